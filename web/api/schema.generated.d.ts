// Generated from the OpenAPI document by ./engawa openapi.
// sha256 of the document: f66cd40214d2ccacf1fadc2d8bee51081ffab60c5665f7cd97e99ed308fe17cf

export interface paths {
    "/api/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What anybody may know of a site: names, languages, account rules, capabilities */
        get: operations["getSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My data and my organization’s: the fields of the site’s form, and which of them I may change */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes my data; a mail lists the changed fields by name */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/api/{site}/account/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept of me, as a file to take along: JSON with an array of rows a part */
        get: operations["copyOwnData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves the organization: my account ends and I am logged out everywhere */
        post: operations["leaveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/login-id": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes my login ID; my other sessions end and the new ID is mailed */
        put: operations["changeLoginId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/mail-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for another mail address; it counts once the link mailed to it is opened */
        post: operations["askMailChange"];
        /** Gives a change of mail address up; the mailed link ends */
        delete: operations["giveUpMailChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/mail-removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the own mail address away, where people can be without one; no mails go anywhere any more */
        post: operations["removeMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I want news by mail, since when and by which way I said so */
        get: operations["getNewsConsent"];
        /** Says whether I want news by mail */
        put: operations["changeNewsConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My second factors: app, passkeys, how many recovery codes are left */
        get: operations["getSecondFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps the passkey that the browser made; with the first factor come recovery codes, shown this once */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/passkeys/{passkey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Gives a passkey another name */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/{site}/account/second-factor/passkeys/{passkey}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes a passkey: it opens nothing any more */
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** With the present password: what the browser needs to make a passkey */
        post: operations["askNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes ten new recovery codes, shown this once; those before end */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the app on with a code that it shows; with the first factor come recovery codes, shown this once */
        post: operations["addTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes the authenticator app */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/second-factor/totp/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** With the present password: a secret for an authenticator app, which counts once the app has shown a right code */
        post: operations["setUpTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am logged in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Ends all of my sessions but this one */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/account/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of my sessions; its next request is refused */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends acting on behalf at once; the session from which it began goes on */
        delete: operations["endActing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices in force, newest first, and the maintenance that is planned or running */
        get: operations["getAnnouncements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/api-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To a program: which organization its API key is of, what it is good for, and until when */
        get: operations["getOwnApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents that count today, what who is logged in agreed to and when, and what is still to be agreed to */
        get: operations["getConsents"];
        put?: never;
        /** Agrees to the documents owed, in the versions that were shown */
        post: operations["giveConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/consents/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Does not agree to the documents owed, which logs out; nothing of the account changes */
        post: operations["declineConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/contact-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the operators something without an account; the address gets one acknowledgement a day */
        post: operations["askOperatorsFromOutside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/device-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a device has to answer with its factory secret to get a credential; the same for numbers that nobody has */
        post: operations["challengeDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/device-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a device its credential for MQTT and HTTPS, once for each challenge; the one before stays good, older ones end */
        post: operations["answerDeviceChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/device-entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a device, or each that is used with it, may do now, signed; asked with its credential as HTTP Basic */
        get: operations["askEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/device-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a batch of messages from a device that cannot use MQTT, with its credential as HTTP Basic; answered when all is stored */
        post: operations["reportAsDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of the site as HTML, in the version that counts today or an older one */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/documents/{document}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of the site as one HTML file to keep and print */
        get: operations["downloadDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this person has begun in this browser, the newest first */
        get: operations["listDrafts"];
        put?: never;
        /** Begins to keep what is typed into a wizard, for this browser and 24 hours */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was typed so far */
        get: operations["readDraft"];
        /** Keeps what is typed now instead */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/entitlement-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys with which devices check what they may do, as a JSON Web Key Set */
        get: operations["getEntitlementKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/import-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty CSV or Excel file with the headings of that kind of import */
        get: operations["importTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/import-templates/{kind}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** As `importTemplate`, also for who is not logged in, where the kind of import has nothing to hide */
        get: operations["openImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts an invitation: the account comes to be with the name and password of who was invited */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a mailed invitation invites to; uses nothing up */
        post: operations["checkInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/login-id-reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails the login IDs of an address to it; the answer is the same whether there are any or not */
        post: operations["askLoginIds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/mail-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves a new mail address with the mailed link */
        post: operations["proveMailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/mail-changes/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which address a mailed link proves; uses nothing up */
        post: operations["checkMailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/maintenance-addresses/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which address a mailed link proves, and for whom; uses nothing up */
        post: operations["checkMaintenanceLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/maintenance-addresses/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves an address of maintenance staff with the mailed link */
        post: operations["proveMaintenanceAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/news-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws from news by the link of a mail, without a login; twice is once */
        post: operations["withdrawNews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/news-withdrawals/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads whoever opens the address for mail programs to the page where one withdraws; changes nothing */
        get: operations["openNewsWithdrawal"];
        put?: never;
        /** Withdraws from news for a mail program that was told to (RFC 8058) */
        post: operations["withdrawNewsByOneClick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/news-withdrawals/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose news a link of a mail would withdraw; withdraws nothing */
        post: operations["checkNewsWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices that are or were in force, newest first */
        get: operations["listShownNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/account-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For whom accounts can be made here, what is asked, and how they may open at first */
        get: operations["getAccountWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the organizations of the site with their users, or those who have left; by themselves the newest first */
        get: operations["listAccounts"];
        put?: never;
        /** Makes an organization with its owner: a link is mailed, or a password is handed over, which is in this answer and nowhere else */
        post: operations["makeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the data of a user, one who has left included, and of the user’s organization */
        get: operations["getManagedAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Operators: changes a user’s data for them, with a reason; the user is mailed which fields */
        patch: operations["updateManagedAccount"];
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: gives an account to another address, with a reason; whoever could get in no longer can, and both addresses are told */
        post: operations["correctAccountAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: everything kept of a person who asked for it, with a reason; the same file that they get themselves */
        post: operations["copyManagedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: erases a person who asked for it, with a reason; an organization whose last user this was closes */
        post: operations["eraseManagedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: how an account can be opened anew for who cannot get in */
        get: operations["getAccountOpenings"];
        put?: never;
        /** Operators: with a reason, mails a new link to set the password, or makes an initial password, which is in this answer alone */
        post: operations["openAccountAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: which second factors a user has */
        get: operations["getManagedSecondFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/accounts/{user}/second-factor/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: takes all second factors of a user off, with a reason; the user is mailed */
        post: operations["takeOffSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acted on behalf of my organization, and for whom its people acted, when and why, the newest first */
        get: operations["listActing"];
        put?: never;
        /** Begins to act on behalf of another organization, for a limited time and with a reason */
        post: operations["startActing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/acting/{acting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Once that somebody acted on behalf of my organization or out of it, and what was done, the newest first */
        get: operations["getActing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of activation keys that were made in the portal, newest first; for operators */
        get: operations["listActivationKeyBatches"];
        put?: never;
        /** Makes activation keys and gives their sheets (PDF) or table (CSV) once; the registration IDs can never be shown again */
        post: operations["makeActivationKeyBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-batches/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch with what became of its keys and each time registration IDs went out */
        get: operations["readActivationKeyBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-batches/{batch}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives unused keys of a batch new registration IDs, once, as sheets or table; the old IDs die */
        post: operations["renewRegistrationIds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-batches/{batch}/deliveries/{delivery}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that the sheets or table of a delivery arrived whole; again changes nothing */
        put: operations["confirmActivationKeyDelivery"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-batches/{batch}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of a batch and what became of each, never with a registration ID */
        get: operations["listActivationKeysOfBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-batches/{batch}/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Voids unused keys of a batch for ever: to a dealer they read like keys that never were */
        post: operations["voidActivationKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-key-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The product numbers for which activation keys can be made, by category */
        get: operations["listActivationKeyProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activation keys of the site and whether they are used; for operators */
        get: operations["listActivationKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-keys/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One activation key with every device ID that it serves or served; for operators */
        get: operations["readActivationKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/activation-keys/{number}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves an activation key to a new device ID with a reason; the old registration key stays valid on its unit */
        post: operations["moveActivationKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: who agreed to a document of the site and when, or has to agree at the next login */
        get: operations["listAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/alarm-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the organization gets no mails about alarms, and to how many addresses they go else */
        get: operations["getAlarmMails"];
        /** Sets the times of day between which mails about alarms wait; both empty for none */
        put: operations["changeAlarmMails"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alarms about devices that the caller may read: those that are open, or all; the newest first */
        get: operations["listAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/alarms/{alarm}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alarm with what to do about it */
        get: operations["getAlarm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/alarms/{alarm}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes note of an alarm, with a note for the others; nobody is reminded of it from then on */
        post: operations["acknowledgeAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of the organization, and what a new one can be good for */
        get: operations["listApiKeys"];
        put?: never;
        /** Makes an API key; the present password is asked, and the key itself is in this answer alone */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/api-keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An API key, and what was done with it in the last 90 days */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /** Revokes an API key, at once and for good */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, by whom, for whom, when and from where, the newest first: of the whole site for operators */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/audit/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event of the log as it was recorded, with its seal */
        get: operations["getAuditEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What closing my organization would do */
        get: operations["previewOwnClosing"];
        put?: never;
        /** An owner closes the organization: everybody’s account in it ends; what stood below it passes up */
        post: operations["closeOwnOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/club": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the organization is in the owner’s club, since when, and how many devices that affects */
        get: operations["getClub"];
        /** Joins or leaves the owner’s club with all devices, past and future */
        put: operations["changeClub"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-asker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the form fills in by itself: who asks, and the device if it is theirs */
        get: operations["getAsker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people asked the operators of the site, what waits for an answer first */
        get: operations["listContactRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-desk/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody asked, with what was answered */
        get: operations["getContactRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-desk/{request}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers: kept with the request, and mailed to whoever asked */
        post: operations["answerContactRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-desk/{request}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a request; nobody is mailed */
        post: operations["closeContactRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-desk/{request}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a closed request up again */
        post: operations["reopenContactRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller asked the operators, what waits for an answer first */
        get: operations["listOwnContactRequests"];
        put?: never;
        /** Asks the operators something; account, organization and device go along */
        post: operations["askOperators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/contact-requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller asked, with the answers */
        get: operations["getOwnContactRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What devices counted in total, devices in rows and periods in columns, with the totals over all pages */
        get: operations["listCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one device counted over periods, newest first, in all its tabs as of one moment */
        get: operations["showCountersOfDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters/devices/{device}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An operator says what a device’s reading of one instant was, or takes it out; the reading itself stays in the ledger */
        post: operations["correctCounters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters/devices/{device}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands in the ledger of a device: readings, resets, changes of board, corrections; at most 1000 */
        get: operations["listCounterEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters/paper-sizes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which sizes of paper the caller wants to see in lists, files and graphs */
        get: operations["getPaperSizes"];
        /** Chooses which sizes of paper the caller wants to see; one at least */
        put: operations["choosePaperSizes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters/periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What devices counted in one month or day, devices in rows and what is counted in columns */
        get: operations["showCountersOfPeriod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/counters/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be asked for; with a beginning or an end it is looked at whether that makes sense */
        get: operations["checkCounterQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers: the customers they look after, with how far each account has come; the newest first */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/customers/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers: a customer they look after, and whether its address can be corrected here */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/customers/{other}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dealers: corrects the address of a customer while it is not proved and nothing was given out; an invitation goes to the new one */
        post: operations["correctCustomerAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/dealer-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The name of the dealer with this login ID and this phone number; which of the two is wrong is not said */
        post: operations["askForDealer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/dealer-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Licences that other dealers have and assigned, by type and term: of sub-dealers; operators see those of all dealers */
        get: operations["listDealerStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was counted by department and month, departments in rows; the totals are those of all departments on all pages */
        get: operations["listDepartments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/departments/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The departments that devices of the organization have named, and what people call them */
        get: operations["getDepartmentNames"];
        /** Names departments; an empty name takes one away, and those that are left out stay as they are */
        put: operations["changeDepartmentNames"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/device-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of the organization by name */
        get: operations["listDeviceGroups"];
        put?: never;
        /** Makes a group of devices that are in none */
        post: operations["createDeviceGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/device-groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group with its devices */
        get: operations["getDeviceGroup"];
        /** Changes the name and the devices of a group */
        put: operations["changeDeviceGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/device-groups/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deletes groups; their devices are in none afterwards */
        post: operations["deleteDeviceGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/device-groups/ungrouped-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices of the organization that are in no group */
        get: operations["listUngroupedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/device-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models of the site with how their serial numbers are written, their warranty, and what they measure, count and can be set to */
        get: operations["listDeviceModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices of the organizations that the caller may read, with a condition for each column; newest first unless the site says otherwise */
        get: operations["listDevices"];
        put?: never;
        /** Registers a manufactured device for the organization, and gives what belongs to it, e.g. its unlock code */
        post: operations["registerDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A device of an organization that the caller may read, with all that is known of it */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what people may change of a device; nothing is stored, and nobody mailed, when nothing differs */
        patch: operations["changeDevice"];
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the end of use of a device; it stays listed with its codes */
        post: operations["endDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/end-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reports that a device is out of use, since when and why; an operator then sets the end or declines */
        post: operations["reportEnd"];
        /** Takes back the report that a device is out of use, while no operator has decided */
        delete: operations["withdrawEndReport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The group in which one of the organization’s own devices is */
        get: operations["getGroupOfDevice"];
        /** Puts one of the organization’s own devices into a group, or takes it out of the one in which it is */
        put: operations["chooseGroupOfDevice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a device since it is its present owner’s, newest first, and who did it */
        get: operations["getDeviceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The licence of a device, what follows it, and what was decided about renewing */
        get: operations["getDeviceLicence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offers a device to another organization, named by a mail address or login ID of it; whether there is one is not said */
        post: operations["offerDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/power-flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What flows at a device now: as the live topic `power-flow/DEVICE` shows it */
        get: operations["showPowerFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/power-flow/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What flowed at a device in a day, month or year */
        get: operations["showPowerFlowHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a device of the organization, or one it may read, has measured: each message, minute or day, while it was theirs */
        get: operations["listReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a device go that is out of use: from then on somebody may register it again */
        post: operations["releaseDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether the licence of a device is followed by another when it ends; null: as its customer chose for all */
        put: operations["chooseDeviceRenewal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchanges a broken device: registration and warranty move to the new serial number, keys are issued anew, the old device is locked */
        post: operations["replaceDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be set on a device with its limits, what is in force, and what the device has not answered yet */
        get: operations["getDeviceSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Asks a device for settings within the limits of its model; it takes them when it is reached, and its answer is shown */
        patch: operations["changeDeviceSettings"];
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was set on a device since it is its present owner’s: who, when, from what to what, and what came of it */
        get: operations["listDeviceSettingChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs about a device (hand-over, report of its end of use, exchange), and what the caller may begin */
        get: operations["getDeviceState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a device said last of how it is, since when it is silent, and when its counters came last */
        get: operations["getDeviceStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/transfer-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a device pass to another organization after a waiting period, with a reason that its owner is told */
        post: operations["orderTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/unlock-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The unlock code of a registered device; each time is an event, and only so many an hour are open to one user */
        get: operations["showUnlockCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/warranty-checked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that an operator has looked at a warranty that an edit made longer */
        post: operations["checkDeviceWarranty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/withdraw-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every credential of a device at once, on every channel; it gets a new one by its factory secret alone */
        post: operations["withdrawDeviceCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/{device}/wrong-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a device from the organization that registered it wrongly, with a reason and evidence; its owners are mailed the reason */
        post: operations["releaseWrongClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/devices/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks what is typed about a device and says what would be registered; a serial number that is not there counts as a try */
        post: operations["reviewDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/end-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that devices are out of use, of my organization and of those whose data I may read; the oldest first */
        get: operations["listEndReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/end-reports/{endReport}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the end of use that was reported, or declines with a reason; the customer is mailed */
        post: operations["decideEndReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, in its order, as far as the caller may know of it. Ask again with `cursor` as `after`, and with `wait` to be answered when there is more; `latest` gives the cursor of now */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the organizations of the site with their users, as a file with all that matches */
        get: operations["exportAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/accounts/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the organizations of the site with their users: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acted on behalf of the organization, or out of it for others, when and why, as a file with all that matches */
        get: operations["exportActing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/acting/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acted on behalf of the organization, or out of it for others, when and why: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfActing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/activation-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activation keys of the site and whether they are used, as a file with all that matches */
        get: operations["exportActivationKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/activation-keys/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The activation keys of the site and whether they are used: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfActivationKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: who agreed to a document of the site, or has to, as a file with all that matches */
        get: operations["exportAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/agreements/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: who agreed to a document of the site, or has to: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alarms about devices, open or all, and who acknowledged them, as a file with all that matches */
        get: operations["exportAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/alarms/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alarms about devices, open or all, and who acknowledged them: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of the organization, as a file with all that matches */
        get: operations["exportApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/api-keys/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys of the organization: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfApiKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, by whom, for whom, when and from where: of the whole site for operators, as a file with all that matches */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/audit/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, by whom, for whom, when and from where: of the whole site for operators: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/contact-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people asked the operators of the site, as a file with all that matches */
        get: operations["exportContactRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/contact-requests/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people asked the operators of the site: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfContactRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What devices counted: a row for each device and period, with the same conditions as the pages, as a file with all that matches */
        get: operations["exportCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/counters/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What devices counted: a row for each device and period, with the same conditions as the pages: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers: the customers they look after, with how far each account has come, as a file with all that matches */
        get: operations["exportCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/customers/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers: the customers they look after, with how far each account has come: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/dealer-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Licences that other dealers have and assigned: of sub-dealers; operators get those of all dealers, as a file with all that matches */
        get: operations["exportDealerStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/dealer-stock/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Licences that other dealers have and assigned: of sub-dealers; operators get those of all dealers: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfDealerStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was counted by department: a row for each department and month, as a file with all that matches */
        get: operations["exportDepartments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/departments/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was counted by department: a row for each department and month: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfDepartments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices of the organizations that the caller may read, as a file with all that matches */
        get: operations["exportDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/devices/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices of the organizations that the caller may read: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/end-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that devices are out of use, and what was decided, as a file with all that matches */
        get: operations["exportEndReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/end-reports/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that devices are out of use, and what was decided: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfEndReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/failed-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: mails that could not be handed over, as a file with all that matches */
        get: operations["exportFailedMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/failed-mails/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: mails that could not be handed over: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfFailedMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Uploaded files of the organization and what became of them; for operators those of all, as a file with all that matches */
        get: operations["exportImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/imports/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Uploaded files of the organization and what became of them; for operators those of all: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait, as a file with all that matches */
        get: operations["exportInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/invitations/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/issue-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every issue with all its details, as a file with all that matches */
        get: operations["exportIssueHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/issue-history/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every issue with all its details: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfIssueHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/issue-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many keys were issued on each day, as a file with all that matches */
        get: operations["exportIssueTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/issue-totals/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many keys were issued on each day: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfIssueTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was assigned to whom, by whom and when, as a file with all that matches */
        get: operations["exportLicenceAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-assignments/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was assigned to whom, by whom and when: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicenceAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a dealer’s orders; operators get those of all dealers, as a file with all that matches */
        get: operations["exportLicenceOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-orders/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a dealer’s orders; operators get those of all dealers: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicenceOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assignments on a later day, and what became of them, as a file with all that matches */
        get: operations["exportLicencePlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-plans/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assignments on a later day, and what became of them: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicencePlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would happen to licences up to the end of a day when nobody did anything, as a file with all that matches */
        get: operations["exportLicenceRehearsal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-rehearsal/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would happen to licences up to the end of a day when nobody did anything: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicenceRehearsal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs out when over all customers of the dealer, device by device, as a file with all that matches */
        get: operations["exportLicenceRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-renewals/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs out when over all customers of the dealer, device by device: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicenceRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-stock-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a dealer’s stock; operators get those of all dealers, as a file with all that matches */
        get: operations["exportLicenceStockMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licence-stock-moves/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a dealer’s stock; operators get those of all dealers: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicenceStockMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assigned licences with the device that each serves, its state and its days, as a file with all that matches */
        get: operations["exportLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/licences/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assigned licences with the device that each serves, its state and its days: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/mail-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each user of the organization is mailed about, as a file with all that matches */
        get: operations["exportMailNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/mail-notices/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each user of the organization is mailed about: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfMailNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/mailings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices that were mailed, with what became of the mails, as a file with all that matches */
        get: operations["exportMailings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/mailings/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices that were mailed, with what became of the mails: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfMailings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/maintenance-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers that look after devices of the organization, and customers whose devices it looks after, as a file with all that matches */
        get: operations["exportMaintenanceLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/maintenance-links/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers that look after devices of the organization, and customers whose devices it looks after: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfMaintenanceLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/manufactured-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was made, and whether it is registered, as a file with all that matches */
        get: operations["exportManufacturedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/manufactured-devices/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was made, and whether it is registered: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfManufacturedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the organization, as a file with all that matches */
        get: operations["exportMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/members/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the organization: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/news-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who said whether they want news by mail, since when and by which way, as a file with all that matches */
        get: operations["exportNewsConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/news-consents/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who said whether they want news by mail, since when and by which way: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfNewsConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers and customers that the caller may list, as a file with all that matches */
        get: operations["exportOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/organizations/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers and customers that the caller may list: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/power-flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What flowed at a device in a day, month or year, as a file with all that matches */
        get: operations["exportPowerFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/power-flow/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What flowed at a device in a day, month or year: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfPowerFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/registration-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization has issued, as a file with all that matches */
        get: operations["exportRegistrationKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/registration-keys/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization has issued: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfRegistrationKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/toner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supplies of devices with their levels and when they will be empty, as a file with all that matches */
        get: operations["exportToner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/toner-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What toner and ink to order, by model and colour, as a file with all that matches */
        get: operations["exportTonerOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/toner-order/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What toner and ink to order, by model and colour: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfTonerOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/toner/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supplies of devices with their levels and when they will be empty: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfToner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs of devices that the caller may see, as a file with all that matches */
        get: operations["exportTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/exports/transfers/unwritable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs of devices that the caller may see: which characters a Shift_JIS file could not hold, and where */
        get: operations["unwritableOfTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/failed-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: mails that could not be handed over, with what the mail server said; what failed last comes first */
        get: operations["listFailedMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/failed-mails/{mail}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: has a mail that could not be handed over tried again at once; again changes nothing */
        post: operations["handMailOverAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offer of ownership that waits to be accepted, if there is one */
        get: operations["getHandOver"];
        put?: never;
        /** Offers ownership to a successor, who must accept; the present password is asked */
        post: operations["offerOwnership"];
        /** Declines the ownership that was offered, or takes the offer back */
        delete: operations["endOwnershipOffer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/hand-over/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts the ownership that was offered; who offered it becomes a manager */
        post: operations["acceptOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Uploaded files of the organization and what became of them, newest first; operators see those of all */
        get: operations["listImports"];
        put?: never;
        /** Uploads a CSV (UTF-8 or Shift_JIS) or Excel file and shows what it would store, with every fault at its cell; stores nothing yet */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An uploaded file: where it stands and a page of its rows, rows with faults first; once done, of its result */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/imports/{import}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an uploaded file up, as long as no job has begun with it */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/imports/{import}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has the previewed file stored by a job, all rows or none; again changes nothing */
        post: operations["confirmImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/imports/{import}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each row, as CSV or Excel; of a file with faults its rows with what is wrong beside them */
        get: operations["importResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait, the newest first, and how the login ID of who accepts comes about */
        get: operations["listInvitations"];
        put?: never;
        /** Invites somebody into the organization by mail; an address with an account looks like any other */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back; its link opens nothing any more */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/invitations/{invitation}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an invitation once more with a new link; the one before ends */
        post: operations["sendInvitationAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: what runs by itself, how it went last on the whole server, and what of this site waits for it; each counted up to 10000 */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-assignment-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an assignment would do now: its dates, which cameras it would renew, and the days they would lose or win */
        post: operations["checkLicenceAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was assigned to whom, by whom and when, the newest first */
        get: operations["listLicenceAssignments"];
        put?: never;
        /** Assigns licences out of the stock of the dealer to one of its customers, for good */
        post: operations["assignLicences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dealer's own customers whose mail address or name has a text of at least three characters */
        get: operations["suggestLicenceCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-holders/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the licences of a customer that are not over, the first to expire first */
        get: operations["getLicenceHolder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-holders/{other}/hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: hands licences that went to a wrong account over to the right customer; their dates stay */
        post: operations["handLicences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a dealer’s orders, the newest first, with what became of their licences; operators see those of all dealers */
        get: operations["listLicenceOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order: its lines, where their licences are now, and what was taken back */
        get: operations["getLicenceOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-orders/{order}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes licences of an order back out of its dealer’s stock; what is assigned or passed on stays, and the answer says how many */
        post: operations["refundLicenceOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-passings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes unassigned licences on to a sub-dealer, or gives them back to the dealer above; all that is asked for, or nothing */
        post: operations["passStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Planned assignments of the dealer, the nearest day first; operators see those of all */
        get: operations["listLicencePlans"];
        put?: never;
        /** Has licences assigned by itself on a later day; stock is taken then */
        post: operations["planLicences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes back a planned assignment that has not been carried out */
        delete: operations["cancelLicencePlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would happen to licences up to the end of a day when nobody did anything: who is reminded, what ends and what takes over; for operators */
        get: operations["rehearseLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether licences of the customer are followed by others where a device has no choice of its own */
        get: operations["getRenewalDefault"];
        /** Chooses whether licences are followed by others where a device has no choice of its own */
        put: operations["chooseRenewalDefault"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs out when over all customers of the dealer, and what is going to follow; with a forecast by month */
        get: operations["listLicenceRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-renewals/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices of a customer whose licences of a type end with a day, and what is going to follow for each */
        get: operations["getLicenceRenewal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a dealer has by type and term, what its sub-dealers have and assigned, and whether the shop is heard */
        get: operations["getLicenceStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licence-stock/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a dealer’s stock, the newest first; operators see those of all dealers */
        get: operations["listStockMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Licences of the caller’s organization and of those whose data it may read; what runs comes first, by its last day */
        get: operations["listLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licences/{licence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A licence with the devices that it served */
        get: operations["getLicence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licences/{licence}/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Has a licence serve another device of its customer, or none, from now on; its dates stay as they are */
        put: operations["moveLicence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licences/{licence}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices in use of the caller’s organization that take a licence of this type, by name, up to 20 */
        get: operations["listLicenceTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/licences/{licence}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a waiting licence for a device whose licence runs now, or for none any more */
        put: operations["setLicenceAside"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live updates of the topics that a page shows, as server-sent events, for as long as they may be seen */
        get: operations["watchLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/mail-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The users of the organization, and what each of them is mailed about */
        get: operations["listMailNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/mail-notices/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a user is mailed about, and where these mails go */
        get: operations["getMailNotices"];
        /** Chooses what a user is mailed about; a user whose choice somebody else changes is told */
        put: operations["changeMailNotices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/mailings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notices that were mailed, the newest first, with what became of the mails */
        get: operations["listMailings"];
        put?: never;
        /** Mails a notice to the users of all or of the chosen organizations; nobody gets a notice twice */
        post: operations["sendMailing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/mailings/{mailing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mailing: its words as they were sent, to whom, and what became of the mails */
        get: operations["getMailing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/mailings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many would get it now, and the mail in both languages; sends nothing */
        post: operations["previewMailing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/mailings/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a notice to myself, as everybody would get it */
        post: operations["testMailing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The addresses of the organization’s maintenance staff, and where mails about alarms go today */
        get: operations["listMaintenanceAddresses"];
        /** Sets the addresses of the organization’s maintenance staff; new ones get a link that proves them first */
        put: operations["changeMaintenanceAddresses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-addresses/{address}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails another link to an address that waits for its proof */
        post: operations["sendMaintenanceLinkAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers that look after devices of the organization, and customers whose devices it looks after; the newest first */
        get: operations["listMaintenanceLinks"];
        put?: never;
        /** Lets a dealer, named by login ID and phone number, see or configure devices of the organization; in force at once */
        post: operations["beginMaintenanceLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One link, as either side sees it */
        get: operations["getMaintenanceLink"];
        put?: never;
        post?: never;
        /** Either side ends a link, at once and everywhere; the other is mailed */
        delete: operations["endMaintenanceLink"];
        options?: never;
        head?: never;
        /** Changes what the dealer may do, and until when; of the customer alone */
        patch: operations["changeMaintenanceLink"];
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-links/{link}/opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that somebody of the dealer has looked at a link that was new */
        post: operations["openMaintenanceLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The maintenance windows of the site, past and cancelled ones included; for operators */
        get: operations["listMaintenanceWindows"];
        put?: never;
        /** Plans a window in which only operators get in; it is announced from now on */
        post: operations["planMaintenanceWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-windows/{window}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One maintenance window */
        get: operations["getMaintenanceWindow"];
        /** Changes a window that is planned, or text and end of one that runs */
        put: operations["changeMaintenanceWindow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-windows/{window}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back a window that has not begun */
        post: operations["cancelMaintenanceWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-windows/{window}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a running window: the site is open again */
        post: operations["endMaintenanceWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/maintenance-windows/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a window and shows its text as people would see it; stores nothing */
        post: operations["previewMaintenanceWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/manufactured-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was made, newest first, and whether it is registered; for operators */
        get: operations["listManufacturedDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the organization, owners first */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/members/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody of the organization */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /** Removes somebody from the organization; their account ends at once */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Gives somebody of the organization another role; they are mailed */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/monthly-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether and how the caller is mailed a report each month, and when the next one comes */
        get: operations["getMonthlyReport"];
        /** Switches the caller’s monthly report on or off, and says on which day, about which devices and with which files */
        put: operations["changeMonthlyReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/monthly-report/mailings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails the caller the report about the last whole month at once */
        post: operations["askMonthlyReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs the caller today, the most urgent first; each counted up to 100 */
        get: operations["listNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/news-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who said whether they want news by mail, since when and by which way; who said so last comes first */
        get: operations["listNewsConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All notices of the site, planned ones included; for operators */
        get: operations["listNotices"];
        put?: never;
        /** Publishes a notice; it is shown from its beginning to its end */
        post: operations["publishNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/notices/{notice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice with its text as typed and as shown */
        get: operations["getNotice"];
        /** Changes a notice that is planned or in force */
        put: operations["changeNotice"];
        post?: never;
        /** Deletes a notice that nobody has seen yet */
        delete: operations["deleteNotice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/notices/{notice}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a notice down before its end */
        post: operations["endNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/notices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a notice and shows it as people would see it; stores nothing */
        post: operations["previewNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organization-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which kinds of organizations the caller may make, and how the login ID of the first owner comes about */
        get: operations["getOrganizationKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dealers and customers that the caller may list, the newest first; operators list all */
        get: operations["listOrganizations"];
        put?: never;
        /** Makes a dealer or customer and invites its first owner by mail */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organizations/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dealer or customer: who stands above and below, and who may see or do what of it */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organizations/{other}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: what closing an organization would do */
        get: operations["previewClosing"];
        put?: never;
        /** Operators: closes an organization; what stood below it passes to the successor, or up */
        post: operations["closeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organizations/{other}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Operators: lets a dealer see or do something of an organization; its owners are mailed */
        post: operations["giveGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organizations/{other}/grants/{grant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Operators: ends what a dealer may see or do of an organization, at once and everywhere */
        delete: operations["endGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/organizations/{other}/parent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Operators: puts an organization, with all below it, under another dealer or the maker */
        put: operations["moveOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/registration-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization has issued, newest first */
        get: operations["listRegistrationKeys"];
        put?: never;
        /** Ties activation keys to a device for ever and gives its registration keys, all or none */
        post: operations["issueRegistrationKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/registration-keys/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every issue of a time with all its details, and how often the key was shown again */
        get: operations["reportIssueHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/registration-keys/installations/{deviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the organization last wrote that a device stands */
        get: operations["loadInstallation"];
        /** Writes down where a device stands; earlier texts stay as its history */
        put: operations["storeInstallation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/registration-keys/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks device and activation keys and says what would be issued; every fault at its row */
        post: operations["reviewRegistrationKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/registration-keys/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many keys were issued on each day, by category and product number; days without any are left out */
        get: operations["reportIssueTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/reporting-zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The time zone in which days and months of the organization’s counters are cut */
        get: operations["getReportingZone"];
        /** Chooses another time zone for days and months; it holds from the next midnight on */
        put: operations["changeReportingZone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/site-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators: the documents of the site in all versions, and how many agreed to them or have to */
        get: operations["listSiteDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/toner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supplies of devices that the caller may read, with their levels and when they will be empty; the first to be empty first */
        get: operations["listToner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/toner/devices/{device}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supplies of one device: levels, their course by day, and who is told when one is low */
        get: operations["showTonerOfDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/toner/devices/{device}/manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says who of the organization is told when toner or ink of one of its devices is low; null for nobody */
        put: operations["chooseTonerManager"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/toner/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to order, by model and colour: supplies that are low, and those that will be empty within some days */
        get: operations["listTonerOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand-overs of my devices, those offered to my organization, and of those whose data I may read; the newest first */
        get: operations["listTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/transfers/{transfer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hand-over; to who may take the device over also what comes with it, and which dealers look after it */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        /** Declines a device that was offered, or takes one’s own offer back */
        delete: operations["endTransfer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/transfers/{transfer}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a device over; dealers who looked after it go on only where they are named */
        post: operations["acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/transfers/{transfer}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a hand-over, whoever began it; both sides are mailed */
        post: operations["cancelTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks of the organization, and of which events one can be told */
        get: operations["listWebhooks"];
        put?: never;
        /** Makes a webhook; the secret by which its messages are signed is in this answer alone */
        post: operations["makeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook and how it stands with it */
        get: operations["getWebhook"];
        /** Changes name, address or choice of events */
        put: operations["changeWebhook"];
        post?: never;
        /** Removes a webhook; nothing goes to it any more */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a webhook in the last 30 days, the newest event first, with what the receiver answered */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks/{webhook}/deliveries/{event}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an event anew, under the same ID */
        post: operations["sendWebhookAnew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks/{webhook}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret, in this answer alone; for a day messages are signed by the one before, too */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks/{webhook}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switches a webhook on or off */
        put: operations["switchWebhook"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/organizations/{organization}/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message of the type `webhooks.test` at once, and tells what the receiver answered */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/password-links/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a mailed link is still good, and for which login ID; uses nothing up */
        post: operations["checkPasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a code or link to set a new password; the answer is the same whether there is such an account or not */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/password-resets/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the mailed code; the answer is good for setting the password */
        post: operations["provePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the password with a mailed link; a sign-up becomes an account by it */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/postal-codes/{postalCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The places of a Japanese postal code, in whatever width and with or without hyphen; several to choose from, or none */
        get: operations["lookUpPostalCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in, for which organization, with which permissions */
        get: operations["getSession"];
        put?: never;
        /** Logs in; the session is a cookie. With a second factor the answer is second-factor-needed, and that comes next */
        post: operations["logIn"];
        /** Logs out */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        /** Keeps how the pages look to who is logged in: the language, how many rows a list shows */
        patch: operations["updateSession"];
        trace?: never;
    };
    "/api/{site}/session/own-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link to who logged in with a temporary password of somebody else’s, and ends all sessions of the account */
        post: operations["askOwnPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Logs in with a passkey alone; the session is a cookie */
        post: operations["logInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to log in with a passkey alone */
        post: operations["askPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the password of who is logged in; all other sessions end */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/session/second-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** After the right password: how the second step of the login can be answered */
        get: operations["getSecondStep"];
        put?: never;
        /** Answers the second step; a right answer logs in */
        post: operations["answerSecondStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/session/second-step/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to answer the second step with a passkey */
        post: operations["askPasskeyForSecondStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/shop-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an order or a refund from the site’s shop, signed as in the Standard Webhooks convention; each once */
        post: operations["takeShopMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for an account: the proof of the address goes out by mail */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/sign-ups/{signUp}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves the address with the mailed code; the answer is good for setting the password, or null where it was chosen before */
        post: operations["proveSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/sign-ups/{signUp}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a new link or code; the ones before end */
        post: operations["resendSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a sign-up back by its mailed link: what was entered is deleted, an account that came of it is closed */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{site}/withdrawals/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link to withdraw would delete; deletes nothing */
        post: operations["checkWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sites to choose from; one with a host of its own is found there */
        get: operations["listSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            errors?: {
                /** @description <capability>/<code> */
                code: string;
                params?: {
                    [key: string]: string | number;
                };
                /** @description JSON pointer (RFC 6901) into the body */
                pointer: string;
                title: string;
            }[];
            params?: {
                [key: string]: string | number;
            };
            requestId: string;
            status: number;
            /** @description In the language of the request */
            title: string;
            /** @description /problems/<capability>/<code> */
            type: string;
        };
    };
    responses: {
        /** @description A refusal (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        brand: {
                            colour: string;
                        };
                        capabilities: {
                            alarms?: Record<string, never>;
                            "api-keys"?: Record<string, never>;
                            "contact-requests"?: {
                                keptDays: number;
                                kinds: ("device" | "key" | "licence" | "account" | "usage" | "other")[];
                                strangers: boolean;
                            };
                            counters?: {
                                closingDays: number;
                                keep: {
                                    dayMonths: number;
                                    paperDayMonths: number;
                                    years: number;
                                };
                                models: {
                                    counters: {
                                        /** @enum {string} */
                                        counts: "impressions" | "sheets" | "area" | "uses";
                                        place: ("total" | "colour" | "mono" | "scan" | "colourLarge" | "colourSmall" | "monoLarge" | "monoSmall" | "dutyA" | "dutyB" | "dutyC" | "dutyD" | "paperA2" | "paperA3" | "paperA4" | "paperA5" | "paperA6" | "paperB4" | "paperB5" | "paperB6" | "paperLedger" | "paperLegal" | "paperLetter" | "paperStatement" | "paperPostcard" | "paperEnvelope" | "colourCopy" | "colourPrint" | "monoCopy" | "monoPrint" | "copy" | "receive" | "print" | "scanSend" | "duplex") | string;
                                        unit: (string | {
                                            en: string;
                                            ja: string;
                                        }) | null;
                                    }[];
                                    id: string;
                                }[];
                                own: {
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                    place: string;
                                    unit: (string | {
                                        en: string;
                                        ja: string;
                                    }) | null;
                                }[];
                                sheets: boolean;
                                totalUnit: (string | {
                                    en: string;
                                    ja: string;
                                }) | null;
                            };
                            departments?: Record<string, never>;
                            "device-settings"?: {
                                models: string[];
                            };
                            devices?: {
                                club: boolean;
                                columns: string[];
                                fields: {
                                    choices?: string[];
                                    /** @enum {string} */
                                    field: "purchasedOn" | "installation" | "timeZone" | "postalCode" | "prefecture" | "city" | "street" | "building" | "company" | "name" | "kana" | "department" | "remarks" | "mac" | "host" | "webPage";
                                    name?: {
                                        en: string;
                                        ja: string;
                                    };
                                    required: boolean;
                                }[];
                                help: ("missing" | "silent" | "address" | "successor" | "moved" | "login" | "club" | "sold")[];
                                joined: {
                                    key: string;
                                    /** @enum {string} */
                                    kind: "text" | "code" | "day" | "instant" | "word" | "severity";
                                    kinds: ("maker" | "dealer" | "customer")[];
                                    mayBeEmpty: boolean;
                                    names: {
                                        [key: string]: {
                                            en: string;
                                            ja: string;
                                        };
                                    } | null;
                                    search: "part" | "choice" | string[] | null;
                                }[];
                                models: {
                                    claimCode: boolean;
                                    id: string;
                                    labelCode: {
                                        /** @enum {string} */
                                        kind: "all" | "none";
                                    } | {
                                        /** @constant */
                                        kind: "made-from";
                                        month: string;
                                    } | {
                                        /** @constant */
                                        kind: "serial-from";
                                        serial: string;
                                    };
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                    registeredTo: string[];
                                    serial: {
                                        /** @enum {string} */
                                        checkDigit: "none" | "luhn" | "mod11-10" | "mod37-36";
                                        parts: ({
                                            /** @enum {string} */
                                            kind: "letters" | "digits" | "alphanumeric";
                                            length: number;
                                        } | {
                                            /** @constant */
                                            kind: "literal";
                                            text: string;
                                        })[];
                                    };
                                    type: string;
                                }[];
                                noun: {
                                    many: {
                                        en: string;
                                        ja: string;
                                    };
                                    one: {
                                        en: string;
                                        ja: string;
                                    };
                                };
                                sort: string;
                                transfer: {
                                    follows: {
                                        keys: boolean;
                                        warranty: boolean;
                                    };
                                    waitingDays: number;
                                };
                                types: {
                                    icon: ("mono-mfp" | "colour-mfp" | "mono-printer" | "colour-printer" | "large-format") | null;
                                    id: string;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                }[];
                            };
                            licences?: {
                                features: {
                                    code: string;
                                    expired: boolean;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                    types: string[];
                                }[];
                                shop: string | null;
                                terms: number[];
                                types: {
                                    id: string;
                                    models: string[];
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                    perCustomer: number | null;
                                }[];
                            };
                            "mail-notices"?: {
                                events: ("service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report")[];
                            };
                            "maintenance-addresses"?: Record<string, never>;
                            "maintenance-links"?: {
                                devicesMax: number;
                                yearsAheadMax: number;
                            };
                            "monthly-reports"?: Record<string, never>;
                            "power-flow"?: {
                                models: {
                                    flows: ("solar" | "consumed" | "bought" | "sold" | "batteryCharged" | "batteryDischarged" | "evCharged" | "evDischarged")[];
                                    meters: ("solar" | "consumed" | "bought" | "sold")[];
                                    model: string;
                                    stores: ("battery" | "ev")[];
                                }[];
                                states: {
                                    code: string;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                }[];
                            };
                            readings?: {
                                keep: {
                                    minuteDays: number;
                                    rawDays: number;
                                };
                            };
                            "registration-keys"?: {
                                categories: {
                                    elsewhere?: {
                                        en: string;
                                        ja: string;
                                    };
                                    hint?: {
                                        en: string;
                                        ja: string;
                                    };
                                    id: string;
                                    /** @enum {string} */
                                    idFormat: "hex16" | "mac";
                                    issuedHere: boolean;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                }[];
                                keysPerIssueMax: number;
                                registrationIdDigits: number;
                            };
                            toner?: {
                                lowAt: number;
                                supplies: {
                                    /** @enum {string} */
                                    colour: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                                    full: number;
                                    model: string;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                    order: string | null;
                                    supply: string;
                                    unit: string | null;
                                }[];
                            };
                            "unlock-codes"?: {
                                models: {
                                    /** @enum {string} */
                                    length: "bits10" | "digits6" | "digits8";
                                    model: string;
                                }[];
                            };
                            webhooks?: Record<string, never>;
                        };
                        contact: {
                            mail: string;
                            text: {
                                en: string;
                                ja: string;
                            };
                        };
                        documents: {
                            /** @enum {string} */
                            met: "before-login-page" | "before-form" | "before-password" | "after-first-login" | "linked";
                            /** @enum {string} */
                            name: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                            /** Format: date */
                            version: string;
                        }[];
                        hasOwnLoginIds: boolean;
                        id: string;
                        languages: ("ja" | "en")[];
                        loginIds: ("issued" | "mail" | "chosen" | "given")[];
                        menu: {
                            customer: ("account-data" | "alarms" | "counters" | "customers" | "departments" | "device-groups" | "devices" | "licence-assignments" | "licence-orders" | "licence-rehearsal" | "licence-renewals" | "licences" | "mail-notices" | "maintenance-links" | "notification-address" | "paper-sizes" | "password" | "registration-keys" | "toner")[];
                            dealer: ("account-data" | "alarms" | "counters" | "customers" | "departments" | "device-groups" | "devices" | "licence-assignments" | "licence-orders" | "licence-rehearsal" | "licence-renewals" | "licences" | "mail-notices" | "maintenance-links" | "notification-address" | "paper-sizes" | "password" | "registration-keys" | "toner")[];
                            maker: ("account-data" | "alarms" | "counters" | "customers" | "departments" | "device-groups" | "devices" | "licence-assignments" | "licence-orders" | "licence-rehearsal" | "licence-renewals" | "licences" | "mail-notices" | "maintenance-links" | "notification-address" | "paper-sizes" | "password" | "registration-keys" | "toner")[];
                        };
                        name: {
                            en: string;
                            ja: string;
                        };
                        password: {
                            /** @enum {string} */
                            characters: "any" | "printable-ascii" | "letters-digits-symbols" | "letters-digits";
                            demand: ("lower" | "upper" | "letter" | "digit" | "symbol")[];
                            max: number;
                            min: number;
                            minWithSecondFactor: number;
                            refuseCommon: boolean;
                            refuseRuns: boolean;
                        };
                        reset: {
                            /** @enum {string} */
                            askedBy: "login-id" | "mail-address";
                            /** @enum {string} */
                            kind: "code" | "link";
                            life: {
                                [key: string]: number;
                            };
                        };
                        secondFactor: {
                            methods: ("passkey" | "totp")[];
                            passkeyLogin: boolean;
                        };
                        session: {
                            announceIdle: boolean;
                            idleMinutes: number;
                            tellsLastLogin: boolean;
                            totalHours: number;
                        };
                        signUps: {
                            fields: {
                                /** @enum {string} */
                                field: "company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "department" | "personInCharge" | "name" | "kana" | "mail" | "mailAgain" | "loginId" | "club" | "news";
                                refuse?: string[];
                                required: boolean;
                            }[];
                            /** @enum {string} */
                            loginId: "issued" | "mail" | "chosen" | "given";
                            loginIdRule: {
                                /** @enum {string} */
                                characters: "letters-digits" | "letters-digits-underscore-hyphen";
                                max: number;
                                min: number;
                            } | null;
                            /** @enum {string} */
                            organization: "dealer" | "customer";
                            proof: {
                                kind: string;
                                life: {
                                    [key: string]: number;
                                };
                            } & {
                                [key: string]: unknown;
                            };
                            secondCheck: "phone" | null;
                            steps: ("terms" | "form" | "address-and-password" | "confirm" | "code" | "link" | "password" | "done" | "login" | "consent" | "customer-data")[];
                        }[];
                        timeZone: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            editable: boolean;
                            /** @enum {string} */
                            field: "company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "club" | "department" | "personInCharge" | "name" | "kana" | "news" | "language";
                            required: boolean;
                        }[];
                        loginIdRule: {
                            /** @enum {string} */
                            characters: "letters-digits" | "letters-digits-underscore-hyphen";
                            max: number;
                            min: number;
                        } | null;
                        mailChange: {
                            /** Format: date-time */
                            expiresAt: string;
                            mail: string;
                        } | null;
                        mailRemovable: boolean;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        user: {
                            /** Format: date-time */
                            createdAt: string;
                            /** @example user_… */
                            id: string;
                            lastLoginAt: string | null;
                            leftAt: string | null;
                            loginId: string;
                            mail: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                        values: {
                            address1?: string;
                            address2?: string;
                            address3?: string;
                            address4?: string;
                            address5?: string;
                            club?: boolean;
                            company?: string;
                            country?: string;
                            department?: string;
                            fax?: string;
                            kana?: string;
                            /** @enum {string} */
                            language?: "ja" | "en";
                            name?: string;
                            news?: boolean;
                            organizationForm?: string;
                            personInCharge?: string;
                            phone?: string;
                            postalCode?: string;
                        };
                        version: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        address1?: string;
                        address2?: string;
                        address3?: string;
                        address4?: string;
                        address5?: string;
                        club?: boolean;
                        company?: string;
                        country?: string;
                        department?: string;
                        fax?: string;
                        kana?: string;
                        /** @enum {string} */
                        language?: "ja" | "en";
                        name?: string;
                        news?: boolean;
                        organizationForm?: string;
                        personInCharge?: string;
                        phone?: string;
                        postalCode?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: ("company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "club" | "department" | "personInCharge" | "name" | "kana" | "news" | "language")[];
                        fields: {
                            editable: boolean;
                            /** @enum {string} */
                            field: "company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "club" | "department" | "personInCharge" | "name" | "kana" | "news" | "language";
                            required: boolean;
                        }[];
                        loginIdRule: {
                            /** @enum {string} */
                            characters: "letters-digits" | "letters-digits-underscore-hyphen";
                            max: number;
                            min: number;
                        } | null;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        user: {
                            /** Format: date-time */
                            createdAt: string;
                            /** @example user_… */
                            id: string;
                            lastLoginAt: string | null;
                            leftAt: string | null;
                            loginId: string;
                            mail: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                        values: {
                            address1?: string;
                            address2?: string;
                            address3?: string;
                            address4?: string;
                            address5?: string;
                            club?: boolean;
                            company?: string;
                            country?: string;
                            department?: string;
                            fax?: string;
                            kana?: string;
                            /** @enum {string} */
                            language?: "ja" | "en";
                            name?: string;
                            news?: boolean;
                            organizationForm?: string;
                            personInCharge?: string;
                            phone?: string;
                            postalCode?: string;
                        };
                        version: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    copyOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    leaveOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeLoginId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    loginId: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        loginId: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askMailChange: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mail: string;
                    mailAgain: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        mail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    giveUpMailChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removeMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getNewsConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        news: boolean;
                        since: string | null;
                        way: ("sign-up" | "account" | "operator" | "link") | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeNewsConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    news: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        news: boolean;
                        since: string | null;
                        way: ("sign-up" | "account" | "operator" | "link") | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demanded: boolean;
                        passkeys: {
                            /** Format: date-time */
                            addedAt: string;
                            /** @example passkey_… */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            synced: boolean;
                        }[];
                        recoveryCodesLeft: number | null;
                        totp: {
                            /** Format: date-time */
                            addedAt: string;
                            lastUsedAt: string | null;
                        } | null;
                        /** @description An app that has shown no code yet; for the session that began it */
                        totpSetup: {
                            /** Format: date-time */
                            expiresAt: string;
                            secret: string;
                            uri: string;
                        } | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description RegistrationResponseJSON of WebAuthn */
                    response: {
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        id: string;
                        rawId: string;
                        response: {
                            attestationObject: string;
                            authenticatorData?: string;
                            clientDataJSON: string;
                            publicKey?: string;
                            publicKeyAlgorithm?: number;
                            transports?: string[];
                        };
                        /** @constant */
                        type: "public-key";
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once; null when there were factors before */
                        recoveryCodes: string[] | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    askNewPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What navigator.credentials wants, as JSON */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addTotp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once; null when there were factors before */
                        recoveryCodes: string[] | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setUpTotp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        secret: string;
                        uri: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            browser: "edge" | "chrome" | "firefox" | "safari" | "other";
                            /** Format: date-time */
                            createdAt: string;
                            current: boolean;
                            /** @example session_… */
                            id: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            /** @enum {string} */
                            system: "windows" | "macos" | "ios" | "android" | "chromeos" | "linux" | "other";
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endActing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        maintenance: {
                            /** Format: date-time */
                            endsAt: string;
                            html: {
                                en: string;
                                ja: string;
                            };
                            /** @example maintenanceWindow_… */
                            id: string;
                            running: boolean;
                            /** Format: date-time */
                            startsAt: string;
                        }[];
                        notices: {
                            /** Format: date-time */
                            endsAt: string;
                            html: {
                                en: string;
                                ja: string;
                            };
                            /** @example notice_… */
                            id: string;
                            /** @enum {string} */
                            kind: "normal" | "important";
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "planned" | "current" | "past";
                            title: {
                                en: string;
                                ja: string;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOwnApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endsAt: string | null;
                        /** @example apiKey_… */
                        id: string;
                        /** @enum {string} */
                        kind: "maker" | "dealer" | "customer";
                        name: string;
                        /** @example organization_… */
                        organization: string;
                        scopes: ("devices:read" | "devices:write" | "readings:read" | "readings:write" | "device-settings:read" | "device-settings:write" | "alarms:read" | "alarms:write" | "counters:read" | "counters:write" | "toner:read" | "toner:write" | "departments:read" | "departments:write" | "unlock-codes:read" | "unlock-codes:write" | "registration-keys:read" | "registration-keys:write" | "licences:read" | "licences:write" | "maintenance-links:read" | "maintenance-links:write" | "maintenance-addresses:read" | "maintenance-addresses:write" | "customers:read" | "customers:write" | "organizations:read" | "organizations:write" | "members:read" | "members:write" | "acting:read" | "acting:write" | "audit:read" | "audit:write" | "imports:read" | "imports:write" | "accounts:read" | "accounts:write" | "activation-keys:read" | "activation-keys:write" | "manufactured-devices:read" | "manufactured-devices:write" | "notices:read" | "notices:write")[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreed: {
                            /** Format: date-time */
                            agreedAt: string;
                            /** @enum {string} */
                            document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                            /** Format: date */
                            version: string;
                        }[];
                        inForce: {
                            /** @enum {string} */
                            document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                            /** Format: date */
                            version: string;
                        }[];
                        owed: {
                            /** @enum {string} */
                            document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                            /** Format: date */
                            version: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    giveConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agreed: {
                        /** @enum {string} */
                        document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                        /** Format: date */
                        version: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    declineConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    askOperatorsFromOutside: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    about?: string;
                    /** @enum {string} */
                    kind: "device" | "key" | "licence" | "account" | "usage" | "other";
                    /** @enum {string} */
                    language: "ja" | "en";
                    mail: string;
                    name: string;
                    /** @default  */
                    organization?: string;
                    /**
                     * @description The page from which the form was opened
                     * @default
                     */
                    page?: string;
                    /**
                     * @description The request ID that stood on that page, where something had failed
                     * @default
                     */
                    reference?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example contactRequest_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    challengeDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    serial: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        challenge: string;
                        /** Format: date-time */
                        endsAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerDeviceChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    proof: string;
                    serial: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        device: string;
                        password: string;
                        root: string;
                        username: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askEntitlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entitlements: string[];
                        /** Format: date-time */
                        time: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportAsDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    messages: {
                        /** @enum {string} */
                        kind: "telemetry" | "status" | "events" | "counters" | "reported" | "hello" | "time";
                        message: {
                            [key: string]: unknown;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            errors: {
                                /** @enum {string} */
                                code: "payload-too-large" | "not-json" | "not-an-object" | "seq-wrong" | "device-wrong" | "time-wrong" | "values-wrong" | "too-many-values" | "body-wrong" | "metric-unknown" | "value-kind" | "value-differs" | "time-ahead" | "time-behind" | "device-not-its-own";
                                params?: {
                                    [key: string]: string | number;
                                };
                            }[];
                            stored: boolean;
                        }[];
                        /** Format: date-time */
                        time: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocument: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                version?: string;
            };
            header?: never;
            path: {
                document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        headings: {
                            depth: 2 | 3;
                            id: string;
                            text: string;
                        }[];
                        html: string;
                        /** @enum {string} */
                        language: "ja" | "en";
                        /** @enum {string} */
                        name: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                        /** Format: date */
                        version: string;
                        versions: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadDocument: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                version?: string;
            };
            header?: never;
            path: {
                document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example draft_… */
                            id: string;
                            /** @enum {string} */
                            kind: "sign-up" | "registration-keys" | "account-data" | "customer-data" | "new-account" | "notice" | "maintenance-window" | "invitation" | "organization" | "device-registration" | "device-change" | "device-scan" | "maintenance-addresses" | "maintenance-link" | "licence-assignment";
                            /** Format: date-time */
                            updatedAt: string;
                            values: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "sign-up" | "registration-keys" | "account-data" | "customer-data" | "new-account" | "notice" | "maintenance-window" | "invitation" | "organization" | "device-registration" | "device-change" | "device-scan" | "maintenance-addresses" | "maintenance-link" | "licence-assignment";
                    values: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example draft_… */
                        id: string;
                        /** @enum {string} */
                        kind: "sign-up" | "registration-keys" | "account-data" | "customer-data" | "new-account" | "notice" | "maintenance-window" | "invitation" | "organization" | "device-registration" | "device-change" | "device-scan" | "maintenance-addresses" | "maintenance-link" | "licence-assignment";
                        /** Format: date-time */
                        updatedAt: string;
                        values: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example draft_… */
                        id: string;
                        /** @enum {string} */
                        kind: "sign-up" | "registration-keys" | "account-data" | "customer-data" | "new-account" | "notice" | "maintenance-window" | "invitation" | "organization" | "device-registration" | "device-change" | "device-scan" | "maintenance-addresses" | "maintenance-link" | "licence-assignment";
                        /** Format: date-time */
                        updatedAt: string;
                        values: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example draft_… */
                        id: string;
                        /** @enum {string} */
                        kind: "sign-up" | "registration-keys" | "account-data" | "customer-data" | "new-account" | "notice" | "maintenance-window" | "invitation" | "organization" | "device-registration" | "device-change" | "device-scan" | "maintenance-addresses" | "maintenance-link" | "licence-assignment";
                        /** Format: date-time */
                        updatedAt: string;
                        values: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEntitlementKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            /** @constant */
                            alg: "EdDSA";
                            /** @constant */
                            crv: "Ed25519";
                            kid: string;
                            /** @constant */
                            kty: "OKP";
                            /** @constant */
                            use: "sig";
                            x: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importTemplate: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
            };
            header?: never;
            path: {
                kind: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openImportTemplate: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
            };
            header?: never;
            path: {
                kind: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agreed: {
                        /** @enum {string} */
                        document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                        /** Format: date */
                        version: string;
                    }[];
                    /** @enum {string} */
                    language: "ja" | "en";
                    loginId?: string;
                    name: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        loginId: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            document: string;
                            /** Format: date */
                            version: string;
                        }[];
                        /** Format: date-time */
                        expiresAt: string;
                        inviter: string | null;
                        loginId: string | null;
                        /** @enum {string} */
                        loginIdKind: "mail" | "issued" | "chosen" | "given";
                        mail: string;
                        name: string;
                        organization: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "member" | "viewer";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askLoginIds: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mail: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    proveMailChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        loginIdChanges: boolean;
                        mail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkMailChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        loginId: string;
                        loginIdChanges: boolean;
                        mail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkMaintenanceLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        mail: string;
                        organization: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proveMaintenanceAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: string;
                        organization: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawNews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    openNewsWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawNewsByOneClick: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    checkNewsWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: string;
                        news: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listShownNotices: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            endsAt: string;
                            html: {
                                en: string;
                                ja: string;
                            };
                            /** @example notice_… */
                            id: string;
                            /** @enum {string} */
                            kind: "normal" | "important";
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "planned" | "current" | "past";
                            title: {
                                en: string;
                                ja: string;
                            };
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAccountWays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            fields: {
                                /** @enum {string} */
                                field: "company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "department" | "personInCharge" | "name" | "kana" | "mail" | "mailAgain" | "loginId" | "club" | "news";
                                refuse?: string[];
                                required: boolean;
                            }[];
                            loginIdRule: {
                                /** @enum {string} */
                                characters: "letters-digits" | "letters-digits-underscore-hyphen";
                                max: number;
                                min: number;
                            } | null;
                            openings: ("link" | "initial" | "temporary")[];
                            /** @enum {string} */
                            organization: "dealer" | "customer";
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                kind?: "maker" | "dealer" | "customer";
                name?: string;
                page?: number;
                pageSize?: number;
                sort?: "organization" | "-organization" | "loginId" | "-loginId" | "user" | "-user" | "mail" | "-mail" | "kind" | "-kind" | "country" | "-country" | "role" | "-role" | "state" | "-state" | "signedUp" | "-signedUp" | "lastLogin" | "-lastLogin";
                state?: "invited" | "temporary" | "locked" | "unproved" | "active" | "left";
                user?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            organization: {
                                country: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** @example organization_… */
                                id: string;
                                /** @enum {string} */
                                kind: "maker" | "dealer" | "customer";
                                name: string;
                            };
                            user: {
                                /** @example user_… */
                                id: string;
                                lastLoginAt: string | null;
                                leftAt: string | null;
                                loginId: string;
                                mail: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "manager" | "member" | "viewer";
                                /** @enum {string} */
                                state: "invited" | "temporary" | "locked" | "unproved" | "active" | "left";
                            } | null;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeAccount: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "ja" | "en";
                    /** @default  */
                    loginId?: string;
                    /** @default  */
                    mail?: string;
                    /** @enum {string} */
                    opening: "link" | "initial" | "temporary";
                    /** @enum {string} */
                    organization: "dealer" | "customer";
                    password?: string;
                    values: {
                        [key: string]: string | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string | null;
                        loginId: string;
                        mail: string;
                        /** @example organization_… */
                        organization: string;
                        password: string | null;
                        /** @example user_… */
                        user: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getManagedAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            editable: boolean;
                            /** @enum {string} */
                            field: "company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "club" | "department" | "personInCharge" | "name" | "kana" | "news" | "language";
                            required: boolean;
                        }[];
                        loginIdRule: {
                            /** @enum {string} */
                            characters: "letters-digits" | "letters-digits-underscore-hyphen";
                            max: number;
                            min: number;
                        } | null;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        user: {
                            /** Format: date-time */
                            createdAt: string;
                            /** @example user_… */
                            id: string;
                            lastLoginAt: string | null;
                            leftAt: string | null;
                            loginId: string;
                            mail: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                        values: {
                            address1?: string;
                            address2?: string;
                            address3?: string;
                            address4?: string;
                            address5?: string;
                            club?: boolean;
                            company?: string;
                            country?: string;
                            department?: string;
                            fax?: string;
                            kana?: string;
                            /** @enum {string} */
                            language?: "ja" | "en";
                            name?: string;
                            news?: boolean;
                            organizationForm?: string;
                            personInCharge?: string;
                            phone?: string;
                            postalCode?: string;
                        };
                        version: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateManagedAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    values: {
                        address1?: string;
                        address2?: string;
                        address3?: string;
                        address4?: string;
                        address5?: string;
                        club?: boolean;
                        company?: string;
                        country?: string;
                        department?: string;
                        fax?: string;
                        kana?: string;
                        /** @enum {string} */
                        language?: "ja" | "en";
                        name?: string;
                        news?: boolean;
                        organizationForm?: string;
                        personInCharge?: string;
                        phone?: string;
                        postalCode?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: ("company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "club" | "department" | "personInCharge" | "name" | "kana" | "news" | "language")[];
                        fields: {
                            editable: boolean;
                            /** @enum {string} */
                            field: "company" | "organizationForm" | "country" | "postalCode" | "address1" | "address2" | "address3" | "address4" | "address5" | "phone" | "fax" | "club" | "department" | "personInCharge" | "name" | "kana" | "news" | "language";
                            required: boolean;
                        }[];
                        loginIdRule: {
                            /** @enum {string} */
                            characters: "letters-digits" | "letters-digits-underscore-hyphen";
                            max: number;
                            min: number;
                        } | null;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        user: {
                            /** Format: date-time */
                            createdAt: string;
                            /** @example user_… */
                            id: string;
                            lastLoginAt: string | null;
                            leftAt: string | null;
                            loginId: string;
                            mail: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                        values: {
                            address1?: string;
                            address2?: string;
                            address3?: string;
                            address4?: string;
                            address5?: string;
                            club?: boolean;
                            company?: string;
                            country?: string;
                            department?: string;
                            fax?: string;
                            kana?: string;
                            /** @enum {string} */
                            language?: "ja" | "en";
                            name?: string;
                            news?: boolean;
                            organizationForm?: string;
                            personInCharge?: string;
                            phone?: string;
                            postalCode?: string;
                        };
                        version: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctAccountAddress: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mail: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string | null;
                        loginId: string;
                        mail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    copyManagedAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    eraseManagedAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAccountOpenings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ("link" | "initial" | "temporary")[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openAccountAgain: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    opening: "link" | "initial";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string | null;
                        password: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getManagedSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        methods: ("passkey" | "totp")[];
                        recoveryCodesLeft: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeOffSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listActing: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "startedAt" | "-startedAt" | "by" | "-by" | "of" | "-of" | "user" | "-user";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            by: {
                                organization: string;
                                user: string;
                            };
                            done: number;
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt: string;
                            /** @example acting_… */
                            id: string;
                            of: string;
                            reason: string;
                            runs: boolean;
                            /** Format: date-time */
                            startedAt: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startActing: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example organization_… */
                    of: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        endsAt: string;
                        /** @example acting_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getActing: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                acting: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                organization: string;
                                user: string;
                            };
                            done: number;
                            endedAt: string | null;
                            /** Format: date-time */
                            endsAt: string;
                            /** @example acting_… */
                            id: string;
                            of: string;
                            reason: string;
                            runs: boolean;
                            /** Format: date-time */
                            startedAt: string;
                        };
                        items: {
                            /** Format: date-time */
                            at: string;
                            what: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listActivationKeyBatches: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            category: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** @example batch_… */
                            id: string;
                            keys: number;
                            note: string;
                            productNumber: string;
                            purpose: string;
                            unconfirmed: number;
                            unused: number;
                            used: number;
                            voided: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeActivationKeyBatch: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    category: string;
                    count: number;
                    /** @enum {string} */
                    format: "pdf" | "csv";
                    note: string;
                    productNumber: string;
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readActivationKeyBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        deliveries: {
                            confirmedAt: string | null;
                            /** @enum {string} */
                            format: "pdf" | "csv";
                            /** @example delivery_… */
                            id: string;
                            keys: number;
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: string;
                            renewed: boolean;
                        }[];
                        /** @example batch_… */
                        id: string;
                        keys: number;
                        note: string;
                        productNumber: string;
                        purpose: string;
                        unconfirmed: number;
                        unused: number;
                        used: number;
                        voided: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewRegistrationIds: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                batch: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "pdf" | "csv";
                    numbers?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmActivationKeyDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                delivery: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listActivationKeysOfBatch: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                batch: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            deviceId: string | null;
                            number: string;
                            /** @enum {string} */
                            state: "unused" | "used" | "voided";
                            usedAt: string | null;
                            voidedAt: string | null;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    voidActivationKeys: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                batch: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    numbers?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        voided: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listActivationKeyProducts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        products: {
                            category: string;
                            feature: {
                                en: string;
                                ja: string;
                            };
                            productNumber: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listActivationKeys: {
        parameters: {
            query?: {
                number?: string;
                page?: number;
                pageSize?: number;
                sort?: "importedAt" | "-importedAt" | "number" | "-number" | "productNumber" | "-productNumber" | "purpose" | "-purpose" | "category" | "-category";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            category: string;
                            /** Format: date-time */
                            importedAt: string;
                            issued: boolean;
                            number: string;
                            productNumber: string;
                            purpose: string;
                            voided: boolean;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readActivationKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batch: string | null;
                        category: string;
                        /** Format: date-time */
                        createdAt: string;
                        devices: {
                            deviceId: string;
                            organizations: string[];
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        number: string;
                        productNumber: string;
                        purpose: string;
                        /** @enum {string} */
                        state: "unused" | "used" | "voided";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    moveActivationKey: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                number: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    reason: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        registrationKey: string;
                        to: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAgreements: {
        parameters: {
            query: {
                document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                from?: string;
                page?: number;
                pageSize?: number;
                sort?: "agreedAt" | "-agreedAt" | "name" | "-name" | "organization" | "-organization" | "version" | "-version";
                state?: "agreed" | "owing";
                text?: string;
                until?: string;
                version?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            agreedAt: string | null;
                            organization: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            user: {
                                /** @example user_… */
                                id: string;
                                loginId: string;
                                name: string;
                                /** @enum {string} */
                                state: "here" | "left" | "erased";
                            };
                            version: string | null;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAlarmMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: number;
                        own: boolean;
                        quiet: {
                            from: string;
                            until: string;
                        };
                        timeZone: string;
                        /** @enum {string} */
                        whose: "maintenance" | "account" | "users";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeAlarmMails: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    until: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: number;
                        own: boolean;
                        quiet: {
                            from: string;
                            until: string;
                        };
                        timeZone: string;
                        /** @enum {string} */
                        whose: "maintenance" | "account" | "users";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAlarms: {
        parameters: {
            query?: {
                acknowledged?: "yes" | "no";
                cause?: "status" | "silence" | "impossible" | "clock" | "exchanged" | "but-silence";
                device?: string;
                page?: number;
                pageSize?: number;
                severity?: "unknown" | "warning" | "error" | "service-call";
                sort?: "raisedAt" | "-raisedAt" | "severity" | "-severity" | "serial" | "-serial" | "organization" | "-organization" | "clearedAt" | "-clearedAt";
                state?: "open" | "all";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acknowledged: {
                                /** Format: date-time */
                                at: string;
                                note: string;
                                organization: string;
                                user: string | null;
                            } | null;
                            aheadMs: number | null;
                            /** @enum {string} */
                            cause: "status" | "silence" | "impossible" | "clock" | "exchanged";
                            clearedAt: string | null;
                            code: string;
                            device: {
                                /** @example device_… */
                                id: string;
                                model: string;
                                serial: string;
                            };
                            flapping: boolean;
                            /** @example alarm_… */
                            id: string;
                            installation: string;
                            lastReportAt: string | null;
                            organization: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            raisedAt: string;
                            remedy: {
                                en: string;
                                ja: string;
                            } | null;
                            rises: number;
                            said: string | null;
                            /** @enum {string} */
                            severity: "unknown" | "warning" | "error" | "service-call";
                            what: {
                                en: string;
                                ja: string;
                            };
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAlarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledged: {
                            /** Format: date-time */
                            at: string;
                            note: string;
                            organization: string;
                            user: string | null;
                        } | null;
                        aheadMs: number | null;
                        /** @enum {string} */
                        cause: "status" | "silence" | "impossible" | "clock" | "exchanged";
                        clearedAt: string | null;
                        code: string;
                        device: {
                            /** @example device_… */
                            id: string;
                            model: string;
                            serial: string;
                        };
                        flapping: boolean;
                        /** @example alarm_… */
                        id: string;
                        installation: string;
                        lastReportAt: string | null;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        raisedAt: string;
                        remedy: {
                            en: string;
                            ja: string;
                        } | null;
                        rises: number;
                        said: string | null;
                        /** @enum {string} */
                        severity: "unknown" | "warning" | "error" | "service-call";
                        what: {
                            en: string;
                            ja: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acknowledgeAlarm: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                alarm: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "lastUsedAt" | "-lastUsedAt" | "endsAt" | "-endsAt";
                state?: "active" | "ended" | "revoked" | "stopped";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            begins: string;
                            /** Format: date-time */
                            createdAt: string;
                            endsAt: string | null;
                            /** @example apiKey_… */
                            id: string;
                            lastAddress: string | null;
                            lastUsedAt: string | null;
                            maker: string;
                            name: string;
                            revokedAt: string | null;
                            scopes: ("devices:read" | "devices:write" | "readings:read" | "readings:write" | "device-settings:read" | "device-settings:write" | "alarms:read" | "alarms:write" | "counters:read" | "counters:write" | "toner:read" | "toner:write" | "departments:read" | "departments:write" | "unlock-codes:read" | "unlock-codes:write" | "registration-keys:read" | "registration-keys:write" | "licences:read" | "licences:write" | "maintenance-links:read" | "maintenance-links:write" | "maintenance-addresses:read" | "maintenance-addresses:write" | "customers:read" | "customers:write" | "organizations:read" | "organizations:write" | "members:read" | "members:write" | "acting:read" | "acting:write" | "audit:read" | "audit:write" | "imports:read" | "imports:write" | "accounts:read" | "accounts:write" | "activation-keys:read" | "activation-keys:write" | "manufactured-devices:read" | "manufactured-devices:write" | "notices:read" | "notices:write")[];
                            /** @enum {string} */
                            state: "active" | "ended" | "revoked" | "stopped";
                        }[];
                        page: number;
                        pageSize: number;
                        scopes: ("devices:read" | "devices:write" | "readings:read" | "readings:write" | "device-settings:read" | "device-settings:write" | "alarms:read" | "alarms:write" | "counters:read" | "counters:write" | "toner:read" | "toner:write" | "departments:read" | "departments:write" | "unlock-codes:read" | "unlock-codes:write" | "registration-keys:read" | "registration-keys:write" | "licences:read" | "licences:write" | "maintenance-links:read" | "maintenance-links:write" | "maintenance-addresses:read" | "maintenance-addresses:write" | "customers:read" | "customers:write" | "organizations:read" | "organizations:write" | "members:read" | "members:write" | "acting:read" | "acting:write" | "audit:read" | "audit:write" | "imports:read" | "imports:write" | "accounts:read" | "accounts:write" | "activation-keys:read" | "activation-keys:write" | "manufactured-devices:read" | "manufactured-devices:write" | "notices:read" | "notices:write")[];
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endsAt: string | null;
                    name: string;
                    password: string;
                    scopes: ("devices:read" | "devices:write" | "readings:read" | "readings:write" | "device-settings:read" | "device-settings:write" | "alarms:read" | "alarms:write" | "counters:read" | "counters:write" | "toner:read" | "toner:write" | "departments:read" | "departments:write" | "unlock-codes:read" | "unlock-codes:write" | "registration-keys:read" | "registration-keys:write" | "licences:read" | "licences:write" | "maintenance-links:read" | "maintenance-links:write" | "maintenance-addresses:read" | "maintenance-addresses:write" | "customers:read" | "customers:write" | "organizations:read" | "organizations:write" | "members:read" | "members:write" | "acting:read" | "acting:write" | "audit:read" | "audit:write" | "imports:read" | "imports:write" | "accounts:read" | "accounts:write" | "activation-keys:read" | "activation-keys:write" | "manufactured-devices:read" | "manufactured-devices:write" | "notices:read" | "notices:write")[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example apiKey_… */
                        id: string;
                        token: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        begins: string;
                        /** Format: date-time */
                        createdAt: string;
                        endsAt: string | null;
                        /** @example apiKey_… */
                        id: string;
                        lastAddress: string | null;
                        lastUsedAt: string | null;
                        maker: string;
                        name: string;
                        revokedAt: string | null;
                        scopes: ("devices:read" | "devices:write" | "readings:read" | "readings:write" | "device-settings:read" | "device-settings:write" | "alarms:read" | "alarms:write" | "counters:read" | "counters:write" | "toner:read" | "toner:write" | "departments:read" | "departments:write" | "unlock-codes:read" | "unlock-codes:write" | "registration-keys:read" | "registration-keys:write" | "licences:read" | "licences:write" | "maintenance-links:read" | "maintenance-links:write" | "maintenance-addresses:read" | "maintenance-addresses:write" | "customers:read" | "customers:write" | "organizations:read" | "organizations:write" | "members:read" | "members:write" | "acting:read" | "acting:write" | "audit:read" | "audit:write" | "imports:read" | "imports:write" | "accounts:read" | "accounts:write" | "activation-keys:read" | "activation-keys:write" | "manufactured-devices:read" | "manufactured-devices:write" | "notices:read" | "notices:write")[];
                        /** @enum {string} */
                        state: "active" | "ended" | "revoked" | "stopped";
                        uses: {
                            calls: number;
                            lastAddress: string;
                            /** Format: date-time */
                            lastAt: string;
                            operation: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                from?: string;
                kind?: "accounts" | "organizations" | "devices" | "reports" | "keys" | "licences" | "files" | "site" | "sign-up.requested" | "sign-up.not-mailed" | "sign-up.code-refused" | "sign-up.phone-refused" | "sign-up.proved" | "sign-up.withdrawn" | "user.created" | "user.invited" | "user.changed" | "user.erased" | "login.done" | "login.ended" | "login.refused" | "login.second-step" | "login-id.changed" | "login-ids.asked" | "login-ids.not-mailed" | "account.changed" | "address.corrected" | "mail-change.asked" | "mail-change.given-up" | "mail.changed" | "mail.removed" | "mail.dead" | "mail.handed-again" | "password.changed" | "password.refused" | "password-reset.asked" | "password-reset.not-mailed" | "password-reset.code-refused" | "password-reset.proved" | "temporary-password.unanswered" | "consent.given" | "consent.declined" | "news.agreed" | "news.withdrawn" | "session.ended" | "session.others-ended" | "second-factor.on" | "second-factor.off" | "second-factor.refused" | "totp.added" | "totp.removed" | "passkey.added" | "passkey.removed" | "passkey.renamed" | "recovery-code.used" | "recovery-codes.made" | "codes.guessed" | "organization.created" | "organization.changed" | "organization.closed" | "organization.moved" | "organization.passed-on" | "grant.given" | "grant.linked" | "grant.ended" | "invitation.sent" | "invitation.withdrawn" | "member.role-changed" | "member.removed" | "member.left" | "ownership.offered" | "ownership.handed-over" | "ownership.offer-ended" | "api-keys.made" | "api-keys.revoked" | "webhooks.made" | "webhooks.changed" | "webhooks.paused" | "webhooks.switched-on" | "webhooks.switched-off" | "webhooks.removed" | "webhooks.secret-renewed" | "webhooks.sent-anew" | "webhooks.tested" | "acting.started" | "acting.ended" | "maintenance-links.begun" | "maintenance-links.changed" | "maintenance-links.ended" | "maintenance-links.opened" | "maintenance-links.dealers-guessed" | "maintenance-addresses.changed" | "maintenance-addresses.link-sent" | "maintenance-addresses.proved" | "mail-notices.changed" | "monthly-reports.asked" | "monthly-reports.changed" | "monthly-reports.due" | "club.joined" | "club.left" | "devices.registered" | "devices.registered-by-file" | "devices.file-refused" | "devices.serials-guessed" | "devices.viewed" | "devices.changed" | "devices.warranty-checked" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "devices.replaced" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "manufactured-devices.imported" | "readings.credential-given" | "readings.credentials-withdrawn" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "device-groups.created" | "device-groups.changed" | "device-groups.deleted" | "device-groups.device-moved" | "alarms.raised" | "alarms.cleared" | "alarms.flapping" | "alarms.reminder" | "alarms.acknowledged" | "alarms.viewed" | "alarms.told" | "alarms.quiet-hours" | "counters.corrected" | "counters.paper-chosen" | "counters.zone-chosen" | "departments.named" | "toner.low" | "toner.refilled" | "toner.manager-chosen" | "registration-keys.issued" | "registration-keys.issued-by-file" | "registration-keys.refused" | "registration-keys.file-refused" | "registration-keys.viewed" | "registration-keys.moved" | "activation-keys.imported" | "activation-keys.generated" | "activation-keys.renewed" | "activation-keys.voided" | "activation-keys.delivered" | "installation.stored" | "unlock-codes.shown" | "unlock-codes.harvested" | "licences.assigned" | "licences.planned" | "licences.plan-cancelled" | "licences.plan-failed" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.set-aside" | "licences.renewal-chosen" | "licences.taken-over" | "licences.expired" | "licences.reminded" | "licences.handed" | "licences.ordered" | "licences.refunded" | "licences.passed-on" | "licences.returned" | "licence-orders.imported" | "import.previewed" | "import.confirmed" | "import.done" | "import.failed" | "import.refused" | "import.cancelled" | "import.result-taken" | "export.started" | "export.ended" | "notice.published" | "notice.changed" | "notice.ended" | "notice.deleted" | "mailing.sent" | "mailing.tested" | "contact-request.opened" | "contact-request.form-full" | "contact-request.answered" | "contact-request.closed" | "contact-request.reopened" | "contact-request.forgotten" | "maintenance-window.planned" | "maintenance-window.changed" | "maintenance-window.ended" | "maintenance-window.cancelled";
                object?: string;
                page?: number;
                pageSize?: number;
                person?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string | null;
                            /** Format: date-time */
                            at: string;
                            by: {
                                erased: boolean;
                                /** @enum {string} */
                                kind: "user" | "nobody" | "system" | "command" | "device" | "key";
                                organization: {
                                    id: string;
                                    name: string;
                                } | null;
                                user: {
                                    id: string;
                                    name: string;
                                } | null;
                            };
                            erased: boolean;
                            facts: {
                                after: string | null;
                                before: string | null;
                                field: string;
                            }[];
                            /** @example event_… */
                            id: string;
                            kind: string;
                            onBehalfOf: {
                                id: string;
                                name: string;
                            } | null;
                            position: number;
                            subject: {
                                id: string | null;
                                kind: string;
                                name: string | null;
                            };
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuditEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string | null;
                        /** Format: date-time */
                        at: string;
                        by: {
                            erased: boolean;
                            /** @enum {string} */
                            kind: "user" | "nobody" | "system" | "command" | "device" | "key";
                            organization: {
                                id: string;
                                name: string;
                            } | null;
                            user: {
                                id: string;
                                name: string;
                            } | null;
                        };
                        erased: boolean;
                        facts: {
                            after: string | null;
                            before: string | null;
                            field: string;
                        }[];
                        /** @example event_… */
                        id: string;
                        kind: string;
                        onBehalfOf: {
                            id: string;
                            name: string;
                        } | null;
                        position: number;
                        recorded: {
                            data: {
                                [key: string]: unknown;
                            };
                            details: {
                                [key: string]: unknown;
                            } | null;
                            subject: string;
                        };
                        requestId: string | null;
                        seal: string;
                        subject: {
                            id: string | null;
                            kind: string;
                            name: string | null;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewOwnClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: number;
                        dealers: number;
                        grants: number;
                        heir: string | null;
                        users: number;
                        words: {
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            stops: boolean;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeOwnOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    reason: string;
                    seen: number;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getClub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: number;
                        history: {
                            /** Format: date-time */
                            from: string;
                            until: string | null;
                        }[];
                        member: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeClub: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    member: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: number;
                        history: {
                            /** Format: date-time */
                            from: string;
                            until: string | null;
                        }[];
                        member: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAsker: {
        parameters: {
            query?: {
                device?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        device: {
                            /** @example device_… */
                            id: string;
                            label: string;
                        } | null;
                        loginId: string;
                        mail: string;
                        name: string;
                        organization: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listContactRequests: {
        parameters: {
            query?: {
                kind?: "device" | "key" | "licence" | "account" | "usage" | "other";
                page?: number;
                pageSize?: number;
                sort?: "createdAt" | "-createdAt" | "state" | "-state" | "kind" | "-kind" | "asker" | "-asker";
                state?: "open" | "answered" | "closed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string;
                            asker: {
                                /** @description Whether they were logged in; else all of it is what somebody typed */
                                known: boolean;
                                loginId: string;
                                mail: string;
                                name: string;
                                organization: string;
                                organizationId: string | null;
                                user: string | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            device: {
                                /** @example device_… */
                                id: string;
                                label: string;
                            } | null;
                            /** @example contactRequest_… */
                            id: string;
                            /** @enum {string} */
                            kind: "device" | "key" | "licence" | "account" | "usage" | "other";
                            /** @enum {string} */
                            language: "ja" | "en";
                            page: string;
                            reference: string;
                            /** @enum {string} */
                            state: "open" | "answered" | "closed";
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getContactRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                request: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string;
                        answers: {
                            /** Format: date-time */
                            at: string;
                            by: string;
                            text: string;
                        }[];
                        asker: {
                            /** @description Whether they were logged in; else all of it is what somebody typed */
                            known: boolean;
                            loginId: string;
                            mail: string;
                            name: string;
                            organization: string;
                            organizationId: string | null;
                            user: string | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        device: {
                            /** @example device_… */
                            id: string;
                            label: string;
                        } | null;
                        /** @example contactRequest_… */
                        id: string;
                        /** @enum {string} */
                        kind: "device" | "key" | "licence" | "account" | "usage" | "other";
                        /** @enum {string} */
                        language: "ja" | "en";
                        page: string;
                        reference: string;
                        /** @enum {string} */
                        state: "open" | "answered" | "closed";
                        text: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerContactRequest: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                request: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    closeContactRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                request: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    reopenContactRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                request: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listOwnContactRequests: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string;
                            /** Format: date-time */
                            createdAt: string;
                            device: {
                                /** @example device_… */
                                id: string;
                                label: string;
                            } | null;
                            /** @example contactRequest_… */
                            id: string;
                            /** @enum {string} */
                            kind: "device" | "key" | "licence" | "account" | "usage" | "other";
                            /** @enum {string} */
                            state: "open" | "answered" | "closed";
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askOperators: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    about?: string;
                    /** @example device_… */
                    device?: string;
                    /** @enum {string} */
                    kind: "device" | "key" | "licence" | "account" | "usage" | "other";
                    /**
                     * @description The page from which the form was opened
                     * @default
                     */
                    page?: string;
                    /**
                     * @description The request ID that stood on that page, where something had failed
                     * @default
                     */
                    reference?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example contactRequest_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOwnContactRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                request: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string;
                        answers: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        device: {
                            /** @example device_… */
                            id: string;
                            label: string;
                        } | null;
                        /** @example contactRequest_… */
                        id: string;
                        /** @enum {string} */
                        kind: "device" | "key" | "licence" | "account" | "usage" | "other";
                        /** @enum {string} */
                        state: "open" | "answered" | "closed";
                        text: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCounters: {
        parameters: {
            query: {
                by?: "month" | "day";
                from: string;
                group?: string | "none";
                kind?: "usage" | "cumulative";
                page?: number;
                pageSize?: number;
                sort?: string;
                to: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** @enum {string} */
                        by: "month" | "day";
                        items: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                value: number | null;
                            }[];
                            building: string;
                            /** @example device_… */
                            device: string;
                            figures: {
                                marks: ("first" | "gap" | "restart")[];
                                value: number | null;
                            }[];
                            group: {
                                /** @example deviceGroup_… */
                                id: string;
                                name: string;
                            } | null;
                            model: string;
                            name: string;
                            place: string;
                            serial: string;
                            total: number | null;
                            type: string;
                        }[];
                        /** @enum {string} */
                        kind: "usage" | "cumulative";
                        page: number;
                        pageSize: number;
                        periods: string[];
                        timeZone: string;
                        total: number;
                        totals: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                value: number | null;
                            }[];
                            figures: (number | null)[];
                            firsts: boolean[];
                            total: number | null;
                        } | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showCountersOfDevice: {
        parameters: {
            query: {
                by?: "month" | "day";
                from: string;
                kind?: "usage" | "cumulative";
                to: string;
            };
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** @enum {string} */
                        by: "month" | "day";
                        /** @example device_… */
                        device: string;
                        /** @enum {string} */
                        kind: "usage" | "cumulative";
                        model: string;
                        name: string;
                        serial: string;
                        tabs: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                values: (number | null)[];
                            }[];
                            columns: (("total" | "colour" | "mono" | "scan" | "colourLarge" | "colourSmall" | "monoLarge" | "monoSmall" | "dutyA" | "dutyB" | "dutyC" | "dutyD" | "paperA2" | "paperA3" | "paperA4" | "paperA5" | "paperA6" | "paperB4" | "paperB5" | "paperB6" | "paperLedger" | "paperLegal" | "paperLetter" | "paperStatement" | "paperPostcard" | "paperEnvelope" | "colourCopy" | "colourPrint" | "monoCopy" | "monoPrint" | "copy" | "receive" | "print" | "scanSend" | "duplex") | string)[];
                            rows: {
                                figures: {
                                    marks: ("first" | "gap" | "restart")[];
                                    value: number | null;
                                }[];
                                period: string;
                            }[];
                            /** @enum {string} */
                            tab: "counters" | "paper" | "colour-mode" | "function" | "own";
                            total: (number | null)[] | null;
                        }[];
                        timeZone: string;
                        warnings: {
                            left: number;
                            name: string;
                            period: string;
                            right: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctCounters: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description The time of the reading
                     */
                    at: string;
                    reason: string;
                    /** @description By code of the counter; null takes its reading out */
                    values: {
                        [key: string]: number | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        corrected: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCounterEntries: {
        parameters: {
            query: {
                from: string;
                until: string;
            };
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            cause: "reported" | "reset" | "board" | "correction" | "withdrawal" | "opening" | "base";
                            glitches: string[];
                            reason: string | null;
                            /** Format: date-time */
                            receivedAt: string;
                            values: {
                                [key: string]: number;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPaperSizes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from */
                        counted: ("A2" | "A3" | "A4" | "A5" | "A6" | "B4" | "B5" | "B6" | "Ledger" | "Legal" | "Letter" | "Statement" | "Postcard" | "Envelope")[];
                        /** @description What the caller wants to see */
                        sizes: ("A2" | "A3" | "A4" | "A5" | "A6" | "B4" | "B5" | "B6" | "Ledger" | "Legal" | "Letter" | "Statement" | "Postcard" | "Envelope")[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    choosePaperSizes: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sizes: ("A2" | "A3" | "A4" | "A5" | "A6" | "B4" | "B5" | "B6" | "Ledger" | "Legal" | "Letter" | "Statement" | "Postcard" | "Envelope")[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What there is to choose from */
                        counted: ("A2" | "A3" | "A4" | "A5" | "A6" | "B4" | "B5" | "B6" | "Ledger" | "Legal" | "Letter" | "Statement" | "Postcard" | "Envelope")[];
                        /** @description What the caller wants to see */
                        sizes: ("A2" | "A3" | "A4" | "A5" | "A6" | "B4" | "B5" | "B6" | "Ledger" | "Legal" | "Letter" | "Statement" | "Postcard" | "Envelope")[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showCountersOfPeriod: {
        parameters: {
            query?: {
                by?: "month" | "day";
                group?: string | "none";
                kind?: "usage" | "cumulative";
                page?: number;
                pageSize?: number;
                sort?: string;
                tab?: "counters" | "paper" | "colour-mode" | "function" | "own";
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                period: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** @enum {string} */
                        by: "month" | "day";
                        columns: (("total" | "colour" | "mono" | "scan" | "colourLarge" | "colourSmall" | "monoLarge" | "monoSmall" | "dutyA" | "dutyB" | "dutyC" | "dutyD" | "paperA2" | "paperA3" | "paperA4" | "paperA5" | "paperA6" | "paperB4" | "paperB5" | "paperB6" | "paperLedger" | "paperLegal" | "paperLetter" | "paperStatement" | "paperPostcard" | "paperEnvelope" | "colourCopy" | "colourPrint" | "monoCopy" | "monoPrint" | "copy" | "receive" | "print" | "scanSend" | "duplex") | string)[];
                        items: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                values: (number | null)[];
                            }[];
                            building: string;
                            /** @example device_… */
                            device: string;
                            figures: {
                                marks: ("first" | "gap" | "restart")[];
                                value: number | null;
                            }[];
                            group: {
                                /** @example deviceGroup_… */
                                id: string;
                                name: string;
                            } | null;
                            model: string;
                            name: string;
                            place: string;
                            serial: string;
                            type: string;
                        }[];
                        /** @enum {string} */
                        kind: "usage" | "cumulative";
                        page: number;
                        pageSize: number;
                        period: string;
                        timeZone: string;
                        total: number;
                        totals: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                values: (number | null)[];
                            }[];
                            figures: (number | null)[];
                            firsts: boolean[];
                        } | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkCounterQuestion: {
        parameters: {
            query?: {
                by?: "month" | "day";
                from?: string;
                kind?: "usage" | "cumulative";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        begin: {
                            day: {
                                from: string;
                                to: string;
                            };
                            month: {
                                from: string;
                                to: string;
                            };
                        };
                        firstDay: string;
                        firstMonth: string;
                        firstPaperDay: string;
                        timeZone: string;
                        today: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "name" | "-name" | "mail" | "-mail" | "state" | "-state" | "since" | "-since" | "lastLogin" | "-lastLogin";
                state?: "invited" | "temporary" | "unproved" | "proved";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example organization_… */
                            id: string;
                            invitedUntil: string | null;
                            lastLoginAt: string | null;
                            loginId: string;
                            mail: string;
                            name: string;
                            organization: string;
                            /** Format: date-time */
                            since: string;
                            /** @enum {string} */
                            state: "invited" | "temporary" | "unproved" | "proved";
                            temporarySince: string | null;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        correction: "open" | "proved" | "own-password" | "in-use";
                        /** @example organization_… */
                        id: string;
                        invitedUntil: string | null;
                        lastLoginAt: string | null;
                        loginId: string;
                        mail: string;
                        mayActAs: boolean;
                        name: string;
                        organization: string;
                        /** Format: date-time */
                        since: string;
                        /** @enum {string} */
                        state: "invited" | "temporary" | "unproved" | "proved";
                        temporarySince: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctCustomerAddress: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mail: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string | null;
                        loginId: string;
                        mail: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askForDealer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dealer: string;
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDealerStock: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "name" | "-name" | "held" | "-held" | "assigned" | "-assigned";
                termMonths?: number;
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            assigned: number;
                            held: number;
                            /** @example organization_… */
                            id: string;
                            name: string;
                            termMonths: number;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDepartments: {
        parameters: {
            query: {
                from: string;
                page?: number;
                pageSize?: number;
                place?: ("total" | "colour" | "mono" | "copy" | "print" | "scan" | "duplex") | string;
                sort?: "department" | "-department" | "name" | "-name" | "devices" | "-devices" | "total" | "-total";
                to: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        items: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                value: number | null;
                            }[];
                            department: string;
                            devices: number;
                            figures: {
                                marks: ("first" | "gap" | "restart")[];
                                value: number | null;
                            }[];
                            name: string;
                            total: number | null;
                        }[];
                        page: number;
                        pageSize: number;
                        periods: string[];
                        place: ("total" | "colour" | "mono" | "scan" | "colourLarge" | "colourSmall" | "monoLarge" | "monoSmall" | "dutyA" | "dutyB" | "dutyC" | "dutyD" | "paperA2" | "paperA3" | "paperA4" | "paperA5" | "paperA6" | "paperB4" | "paperB5" | "paperB6" | "paperLedger" | "paperLegal" | "paperLetter" | "paperStatement" | "paperPostcard" | "paperEnvelope" | "colourCopy" | "colourPrint" | "monoCopy" | "monoPrint" | "copy" | "receive" | "print" | "scanSend" | "duplex") | string;
                        timeZone: string;
                        total: number;
                        totalCapped: boolean;
                        totals: {
                            adjustments: {
                                inMonth: string;
                                ofMonth: string;
                                value: number | null;
                            }[];
                            figures: (number | null)[];
                            total: number | null;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDepartmentNames: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            department: string;
                            name: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeDepartmentNames: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        department: string;
                        name: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            department: string;
                            name: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDeviceGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            devices: number;
                            /** @example deviceGroup_… */
                            id: string;
                            name: string;
                            version: number;
                        }[];
                        max: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createDeviceGroup: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All devices of the group; each is in one at most */
                    devices: string[];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: number;
                        /** @example deviceGroup_… */
                        id: string;
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDeviceGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: {
                            building: string;
                            /** @example device_… */
                            device: string;
                            model: string;
                            name: string;
                            place: string;
                            serial: string;
                        }[];
                        /** @example deviceGroup_… */
                        id: string;
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeDeviceGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                group: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All devices of the group; each is in one at most */
                    devices: string[];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: number;
                        /** @example deviceGroup_… */
                        id: string;
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteDeviceGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deleted: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUngroupedDevices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: {
                            building: string;
                            /** @example device_… */
                            device: string;
                            model: string;
                            name: string;
                            place: string;
                            serial: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDeviceModels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            claimCode: boolean;
                            counters: {
                                code: string;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                unit: (string | {
                                    en: string;
                                    ja: string;
                                }) | null;
                            }[];
                            id: string;
                            metrics: {
                                code: string;
                                /** @enum {string} */
                                kind: "number" | "integer" | "boolean" | "text";
                                max: number | null;
                                min: number | null;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                unit: string | null;
                            }[];
                            name: {
                                en: string;
                                ja: string;
                            };
                            registeredTo: string[];
                            retired: string | null;
                            serial: {
                                /** @enum {string} */
                                checkDigit: "none" | "luhn" | "mod11-10" | "mod37-36";
                                parts: {
                                    /** @enum {string} */
                                    kind: "letters" | "digits" | "alphanumeric" | "literal";
                                    length: number;
                                    text: string | null;
                                }[];
                            };
                            settings: {
                                choices: {
                                    code: string;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                }[];
                                code: string;
                                /** @enum {string} */
                                kind: "number" | "integer" | "boolean" | "choice" | "window";
                                max: number | null;
                                min: number | null;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                unit: string | null;
                            }[];
                            supportUntil: string | null;
                            type: string;
                            warrantyMonths: number | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDevices: {
        parameters: {
            query?: {
                address?: string;
                building?: string;
                code?: string;
                codeBinary?: string;
                company?: string;
                customer?: string;
                customerId?: string;
                ended?: "yes" | "no";
                endedFrom?: string;
                endedTo?: string;
                group?: string | "none";
                installation?: string;
                lengthened?: "yes";
                licenceState?: "expired" | "missing" | "licensed" | "needless";
                model?: string;
                organization?: string;
                page?: number;
                pageSize?: number;
                purchasedFrom?: string;
                purchasedTo?: string;
                remarks?: string;
                reportedStatus?: "trouble" | "service-call" | "error" | "warning" | "unknown" | "normal" | "unable" | "never";
                serial?: string;
                sort?: "serial" | "-serial" | "model" | "-model" | "type" | "-type" | "purchasedOn" | "-purchasedOn" | "warrantyUntil" | "-warrantyUntil" | "endedOn" | "-endedOn" | "installation" | "-installation" | "address" | "-address" | "building" | "-building" | "webPage" | "-webPage" | "company" | "-company" | "remarks" | "-remarks" | "registeredAt" | "-registeredAt" | "code" | "-code" | "codeBinary" | "-codeBinary" | "group" | "-group" | "lastCounted" | "-lastCounted" | "customer" | "-customer" | "customerId" | "-customerId" | "firstReport" | "-firstReport" | "lastReport" | "-lastReport" | "status" | "-status" | "reportedStatus" | "-reportedStatus" | "silentSince" | "-silentSince" | "linkedAt" | "-linkedAt" | "licenceState" | "-licenceState" | "licenceType" | "-licenceType" | "licensedUntil" | "-licensedUntil";
                status?: "trouble" | "normal" | "unknown" | "warning" | "error" | "service-call";
                type?: string;
                warranty?: "running" | "over" | "none";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            building: string;
                            company: string;
                            contributed: {
                                [key: string]: string | null;
                            };
                            endedOn: string | null;
                            id: string;
                            installation: string;
                            lengthened: boolean;
                            model: string;
                            organization: {
                                id: string;
                                name: string;
                            };
                            purchasedOn: string | null;
                            /** Format: date-time */
                            registeredAt: string;
                            registration: string;
                            remarks: string;
                            serial: string;
                            type: string;
                            /** @enum {string} */
                            warranty: "none" | "running" | "over";
                            warrantyUntil: string | null;
                            webPage: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registerDevice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    claimCode?: string;
                    /** @example organization_… */
                    for?: string;
                    registeredTo?: string;
                    serial: string;
                    values: {
                        building?: string;
                        city?: string;
                        company?: string;
                        department?: string;
                        host?: string;
                        installation?: string;
                        kana?: string;
                        mac?: string;
                        name?: string;
                        postalCode?: string;
                        prefecture?: string;
                        purchasedOn?: string;
                        remarks?: string;
                        street?: string;
                        timeZone?: string;
                        webPage?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contributed: {
                            [key: string]: string | null;
                        };
                        id: string;
                        model: string;
                        /** Format: date-time */
                        registeredAt: string;
                        registration: string;
                        serial: string;
                        type: string;
                        warrantyUntil: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attached: {
                            id: string;
                            model: string;
                            serial: string;
                            type: string;
                        }[];
                        club: boolean;
                        contributed: {
                            [key: string]: string | null;
                        };
                        endedOn: string | null;
                        id: string;
                        lengthened: boolean;
                        mayChange: boolean;
                        model: string;
                        organization: {
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        registeredAt: string;
                        registeredTo: {
                            id: string;
                            model: string;
                            serial: string;
                            type: string;
                        } | null;
                        registration: string;
                        serial: string;
                        shippedOn: string | null;
                        type: string;
                        values: {
                            building: string;
                            city: string;
                            company: string;
                            department: string;
                            host: string;
                            installation: string;
                            kana: string;
                            mac: string;
                            name: string;
                            postalCode: string;
                            prefecture: string;
                            purchasedOn: string;
                            remarks: string;
                            street: string;
                            timeZone: string;
                            webPage: string;
                        };
                        /** @enum {string} */
                        warranty: "none" | "running" | "over";
                        warrantyMonths: number | null;
                        warrantyUntil: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeDevice: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    registeredTo?: string;
                    values: {
                        building?: string;
                        city?: string;
                        company?: string;
                        department?: string;
                        host?: string;
                        installation?: string;
                        kana?: string;
                        mac?: string;
                        name?: string;
                        postalCode?: string;
                        prefecture?: string;
                        purchasedOn?: string;
                        remarks?: string;
                        street?: string;
                        timeZone?: string;
                        webPage?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attached: {
                            id: string;
                            model: string;
                            serial: string;
                            type: string;
                        }[];
                        changed: ("purchasedOn" | "installation" | "timeZone" | "postalCode" | "prefecture" | "city" | "street" | "building" | "company" | "name" | "kana" | "department" | "remarks" | "mac" | "host" | "webPage" | "registeredTo")[];
                        club: boolean;
                        contributed: {
                            [key: string]: string | null;
                        };
                        endedOn: string | null;
                        id: string;
                        lengthened: boolean;
                        mayChange: boolean;
                        model: string;
                        organization: {
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        registeredAt: string;
                        registeredTo: {
                            id: string;
                            model: string;
                            serial: string;
                            type: string;
                        } | null;
                        registration: string;
                        serial: string;
                        shippedOn: string | null;
                        type: string;
                        values: {
                            building: string;
                            city: string;
                            company: string;
                            department: string;
                            host: string;
                            installation: string;
                            kana: string;
                            mac: string;
                            name: string;
                            postalCode: string;
                            prefecture: string;
                            purchasedOn: string;
                            remarks: string;
                            street: string;
                            timeZone: string;
                            webPage: string;
                        };
                        /** @enum {string} */
                        warranty: "none" | "running" | "over";
                        warrantyMonths: number | null;
                        warrantyUntil: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endedOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    reportEnd: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endedOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example endReport_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawEndReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getGroupOfDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: in none */
                        group: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseGroupOfDevice: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: in none */
                    group: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Null: in none */
                        group: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDeviceHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        cause: "registered" | "transferred" | "replaced";
                        items: {
                            /** Format: date-time */
                            at: string;
                            fields: ("purchasedOn" | "installation" | "timeZone" | "postalCode" | "prefecture" | "city" | "street" | "building" | "company" | "name" | "kana" | "department" | "remarks" | "mac" | "host" | "webPage" | "registeredTo")[];
                            organization: string | null;
                            user: string | null;
                            /** @enum {string} */
                            what: "changed" | "end-reported" | "end-withdrawn" | "end-declined" | "ended" | "replaced" | "offered" | "ordered" | "transfer-ended";
                        }[];
                        /** Format: date-time */
                        since: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDeviceLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerRenews: boolean;
                        licence: {
                            /** @example licence_… */
                            id: string;
                            /** Format: date */
                            lastDay: string;
                            /** Format: date-time */
                            until: string;
                        } | null;
                        mayChange: boolean;
                        next: {
                            /** @example licence_… */
                            id: string;
                            /** Format: date */
                            lastDay: string;
                            setAside: boolean;
                        } | null;
                        renews: boolean | null;
                        /** @enum {string} */
                        state: "expired" | "missing" | "licensed" | "needless";
                        takes: string | null;
                        waiting: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    offerDevice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        /** @example transfer_… */
                        id: string;
                        /** Format: date-time */
                        opensAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showPowerFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string | null;
                        ended: boolean;
                        meters: {
                            /** @enum {string} */
                            name: "solar" | "consumed" | "bought" | "sold";
                            todayWh: number | null;
                            watts: number | null;
                        }[];
                        /** Format: date-time */
                        now: string;
                        stores: {
                            chargedTodayWh: number | null;
                            chargePercent: number | null;
                            dischargedTodayWh: number | null;
                            /** @enum {string} */
                            name: "battery" | "ev";
                            state: string | null;
                            watts: number | null;
                        }[];
                        timeZone: string;
                        trouble: {
                            count: number;
                            severity: string;
                        } | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showPowerFlowHistory: {
        parameters: {
            query?: {
                at?: string;
                kind?: "day" | "month" | "year";
            };
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bars: {
                            at: string;
                            missing: number;
                            /** @description In the order of the flows in `flows` of the site: null is "nothing known" */
                            wh: (number | null)[];
                        }[];
                        curve: {
                            /** Format: date-time */
                            at: string;
                            /** @description In the order of the flows in `flows` of the site: null is "nothing known" */
                            watts: (number | null)[];
                        }[];
                        firstDay: string | null;
                        flows: ("solar" | "consumed" | "bought" | "sold" | "batteryCharged" | "batteryDischarged" | "evCharged" | "evDischarged")[];
                        /** Format: date-time */
                        from: string;
                        missing: number;
                        rates: {
                            selfConsumption: number | null;
                            selfSufficiency: number | null;
                        };
                        span: {
                            at: string;
                            /** @enum {string} */
                            kind: "day" | "month" | "year";
                        };
                        timeZone: string;
                        /** Format: date */
                        today: string;
                        /** Format: date-time */
                        until: string;
                        /** @description In the order of the flows in `flows` of the site: null is "nothing known" */
                        wh: (number | null)[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReadings: {
        parameters: {
            query?: {
                from?: string;
                of?: "message" | "minute";
                until?: string;
            };
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        latest: {
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            receivedAt: string;
                            texts: {
                                [key: string]: string;
                            };
                            values: (number | null)[];
                        } | null;
                        model: string;
                        readings: {
                            /** Format: date-time */
                            at: string;
                            values: (number | null)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseDeviceRenewal: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    renews: boolean | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    replaceDevice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    serial: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contributed: {
                            [key: string]: string | null;
                        };
                        /** @example device_… */
                        device: string;
                        model: string;
                        serial: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDeviceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mayChange: boolean;
                        model: string;
                        reportedAt: string | null;
                        serial: string;
                        settings: {
                            choices: {
                                code: string;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                            }[];
                            code: string;
                            /** @enum {string} */
                            kind: "number" | "integer" | "boolean" | "choice" | "window";
                            max: number | null;
                            min: number | null;
                            name: {
                                en: string;
                                ja: string;
                            };
                            pending: {
                                /** Format: date-time */
                                askedAt: string;
                                handedAt: string | null;
                                organization: string | null;
                                overdue: boolean;
                                user: string | null;
                                value: number | boolean | string;
                            } | null;
                            step: number | null;
                            unit: string | null;
                            value: (number | boolean | string) | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeDeviceSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: number | boolean | string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: string[];
                        mayChange: boolean;
                        model: string;
                        reportedAt: string | null;
                        serial: string;
                        settings: {
                            choices: {
                                code: string;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                            }[];
                            code: string;
                            /** @enum {string} */
                            kind: "number" | "integer" | "boolean" | "choice" | "window";
                            max: number | null;
                            min: number | null;
                            name: {
                                en: string;
                                ja: string;
                            };
                            pending: {
                                /** Format: date-time */
                                askedAt: string;
                                handedAt: string | null;
                                organization: string | null;
                                overdue: boolean;
                                user: string | null;
                                value: number | boolean | string;
                            } | null;
                            step: number | null;
                            unit: string | null;
                            value: (number | boolean | string) | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDeviceSettingChanges: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            after: number | boolean | string;
                            /** Format: date-time */
                            at: string;
                            before: (number | boolean | string) | null;
                            /** @enum {string} */
                            cause: "asked" | "device" | "exchange";
                            /** @example settingChange_… */
                            id: string;
                            name: {
                                en: string;
                                ja: string;
                            } | null;
                            organization: string | null;
                            overdue: boolean;
                            setting: string;
                            settledAt: string | null;
                            /** @enum {string} */
                            state: "pending" | "applied" | "refused" | "superseded" | "ended";
                            user: string | null;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDeviceState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endedOn: string | null;
                        endReport: {
                            /** Format: date */
                            endedOn: string;
                            /** @example endReport_… */
                            id: string;
                            reason: string;
                            /** Format: date-time */
                            reportedAt: string;
                        } | null;
                        may: ("offer" | "order" | "report-end" | "end" | "release" | "replace" | "wrong-claim")[];
                        replaces: {
                            /** Format: date-time */
                            at: string;
                            serial: string;
                        } | null;
                        transfer: {
                            /** Format: date-time */
                            begunAt: string;
                            /** @enum {string} */
                            cause: "offer" | "order";
                            /** @example device_… */
                            device: string;
                            endedAt: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            from: string | null;
                            /** @example transfer_… */
                            id: string;
                            model: string;
                            /** Format: date-time */
                            opensAt: string;
                            reason: string | null;
                            serial: string;
                            /** @enum {string} */
                            side: "given" | "received" | "onlooker";
                            /** @enum {string} */
                            state: "waiting" | "open" | "accepted" | "declined" | "withdrawn" | "cancelled" | "overtaken" | "expired";
                            to: string | null;
                            type: string;
                        } | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDeviceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        able: boolean;
                        lastCountedAt: string | null;
                        reported: {
                            /** Format: date-time */
                            at: string;
                            states: {
                                code: string;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                remedy: {
                                    en: string;
                                    ja: string;
                                } | null;
                                /** @enum {string} */
                                severity: "normal" | "unknown" | "warning" | "error" | "service-call";
                            }[];
                        } | null;
                        silentSince: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    orderTransfer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        /** @example transfer_… */
                        id: string;
                        /** Format: date-time */
                        opensAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showUnlockCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        codeBinary: string | null;
                        device: string;
                        model: string;
                        /** Format: date-time */
                        registeredAt: string;
                        serial: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkDeviceWarranty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawDeviceCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        withdrawn: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseWrongClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    reviewDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    claimCode?: string;
                    /** @example organization_… */
                    for?: string;
                    registeredTo?: string;
                    serial: string;
                    values: {
                        building?: string;
                        city?: string;
                        company?: string;
                        department?: string;
                        host?: string;
                        installation?: string;
                        kana?: string;
                        mac?: string;
                        name?: string;
                        postalCode?: string;
                        prefecture?: string;
                        purchasedOn?: string;
                        remarks?: string;
                        street?: string;
                        timeZone?: string;
                        webPage?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        model: string;
                        registeredTo: {
                            model: string;
                            serial: string;
                        } | null;
                        serial: string;
                        type: string;
                        values: {
                            building: string;
                            city: string;
                            company: string;
                            department: string;
                            host: string;
                            installation: string;
                            kana: string;
                            mac: string;
                            name: string;
                            postalCode: string;
                            prefecture: string;
                            purchasedOn: string;
                            remarks: string;
                            street: string;
                            timeZone: string;
                            webPage: string;
                        };
                        warrantyUntil: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEndReports: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "reportedAt" | "-reportedAt" | "endedOn" | "-endedOn" | "serial" | "-serial" | "model" | "-model" | "organization" | "-organization";
                state?: "undecided" | "all";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            answer: string | null;
                            decidedAt: string | null;
                            decision: ("set" | "declined" | "withdrawn") | null;
                            /** @example device_… */
                            device: string;
                            /** Format: date */
                            endedOn: string;
                            /** @example endReport_… */
                            id: string;
                            model: string;
                            organization: string;
                            reason: string;
                            /** Format: date-time */
                            reportedAt: string;
                            serial: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    decideEndReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endReport: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    answer?: string;
                    /** @enum {string} */
                    decision: "set" | "declined";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                types?: string;
                wait?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor: string;
                        items: {
                            alarm: string | null;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            by: "user" | "key" | "device" | "system" | "command" | "nobody";
                            device: string | null;
                            /** @example event_… */
                            id: string;
                            licence: string | null;
                            order: string | null;
                            /** @example organization_… */
                            organization: string;
                            plan: string | null;
                            position: number;
                            report: string | null;
                            transfer: string | null;
                            /** @enum {string} */
                            type: "devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded";
                        }[];
                        more: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAccounts: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                kind?: "maker" | "dealer" | "customer";
                language?: "ja" | "en";
                name?: string;
                sort?: "organization" | "-organization" | "loginId" | "-loginId" | "user" | "-user" | "mail" | "-mail" | "kind" | "-kind" | "country" | "-country" | "role" | "-role" | "state" | "-state" | "signedUp" | "-signedUp" | "lastLogin" | "-lastLogin";
                state?: "invited" | "temporary" | "locked" | "unproved" | "active" | "left";
                user?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfAccounts: {
        parameters: {
            query?: {
                kind?: "maker" | "dealer" | "customer";
                language?: "ja" | "en";
                name?: string;
                sort?: "organization" | "-organization" | "loginId" | "-loginId" | "user" | "-user" | "mail" | "-mail" | "kind" | "-kind" | "country" | "-country" | "role" | "-role" | "state" | "-state" | "signedUp" | "-signedUp" | "lastLogin" | "-lastLogin";
                state?: "invited" | "temporary" | "locked" | "unproved" | "active" | "left";
                user?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportActing: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "startedAt" | "-startedAt" | "by" | "-by" | "of" | "-of" | "user" | "-user";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfActing: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "startedAt" | "-startedAt" | "by" | "-by" | "of" | "-of" | "user" | "-user";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportActivationKeys: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                number?: string;
                sort?: "importedAt" | "-importedAt" | "number" | "-number" | "productNumber" | "-productNumber" | "purpose" | "-purpose" | "category" | "-category";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfActivationKeys: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                number?: string;
                sort?: "importedAt" | "-importedAt" | "number" | "-number" | "productNumber" | "-productNumber" | "purpose" | "-purpose" | "category" | "-category";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAgreements: {
        parameters: {
            query: {
                document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                sort?: "agreedAt" | "-agreedAt" | "name" | "-name" | "organization" | "-organization" | "version" | "-version";
                state?: "agreed" | "owing";
                text?: string;
                until?: string;
                version?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfAgreements: {
        parameters: {
            query: {
                document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                from?: string;
                language?: "ja" | "en";
                sort?: "agreedAt" | "-agreedAt" | "name" | "-name" | "organization" | "-organization" | "version" | "-version";
                state?: "agreed" | "owing";
                text?: string;
                until?: string;
                version?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAlarms: {
        parameters: {
            query?: {
                acknowledged?: "yes" | "no";
                cause?: "status" | "silence" | "impossible" | "clock" | "exchanged" | "but-silence";
                device?: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                severity?: "unknown" | "warning" | "error" | "service-call";
                sort?: "raisedAt" | "-raisedAt" | "severity" | "-severity" | "serial" | "-serial" | "organization" | "-organization" | "clearedAt" | "-clearedAt";
                state?: "open" | "all";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfAlarms: {
        parameters: {
            query?: {
                acknowledged?: "yes" | "no";
                cause?: "status" | "silence" | "impossible" | "clock" | "exchanged" | "but-silence";
                device?: string;
                language?: "ja" | "en";
                severity?: "unknown" | "warning" | "error" | "service-call";
                sort?: "raisedAt" | "-raisedAt" | "severity" | "-severity" | "serial" | "-serial" | "organization" | "-organization" | "clearedAt" | "-clearedAt";
                state?: "open" | "all";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportApiKeys: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "lastUsedAt" | "-lastUsedAt" | "endsAt" | "-endsAt";
                state?: "active" | "ended" | "revoked" | "stopped";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfApiKeys: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "lastUsedAt" | "-lastUsedAt" | "endsAt" | "-endsAt";
                state?: "active" | "ended" | "revoked" | "stopped";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                kind?: "accounts" | "organizations" | "devices" | "reports" | "keys" | "licences" | "files" | "site" | "sign-up.requested" | "sign-up.not-mailed" | "sign-up.code-refused" | "sign-up.phone-refused" | "sign-up.proved" | "sign-up.withdrawn" | "user.created" | "user.invited" | "user.changed" | "user.erased" | "login.done" | "login.ended" | "login.refused" | "login.second-step" | "login-id.changed" | "login-ids.asked" | "login-ids.not-mailed" | "account.changed" | "address.corrected" | "mail-change.asked" | "mail-change.given-up" | "mail.changed" | "mail.removed" | "mail.dead" | "mail.handed-again" | "password.changed" | "password.refused" | "password-reset.asked" | "password-reset.not-mailed" | "password-reset.code-refused" | "password-reset.proved" | "temporary-password.unanswered" | "consent.given" | "consent.declined" | "news.agreed" | "news.withdrawn" | "session.ended" | "session.others-ended" | "second-factor.on" | "second-factor.off" | "second-factor.refused" | "totp.added" | "totp.removed" | "passkey.added" | "passkey.removed" | "passkey.renamed" | "recovery-code.used" | "recovery-codes.made" | "codes.guessed" | "organization.created" | "organization.changed" | "organization.closed" | "organization.moved" | "organization.passed-on" | "grant.given" | "grant.linked" | "grant.ended" | "invitation.sent" | "invitation.withdrawn" | "member.role-changed" | "member.removed" | "member.left" | "ownership.offered" | "ownership.handed-over" | "ownership.offer-ended" | "api-keys.made" | "api-keys.revoked" | "webhooks.made" | "webhooks.changed" | "webhooks.paused" | "webhooks.switched-on" | "webhooks.switched-off" | "webhooks.removed" | "webhooks.secret-renewed" | "webhooks.sent-anew" | "webhooks.tested" | "acting.started" | "acting.ended" | "maintenance-links.begun" | "maintenance-links.changed" | "maintenance-links.ended" | "maintenance-links.opened" | "maintenance-links.dealers-guessed" | "maintenance-addresses.changed" | "maintenance-addresses.link-sent" | "maintenance-addresses.proved" | "mail-notices.changed" | "monthly-reports.asked" | "monthly-reports.changed" | "monthly-reports.due" | "club.joined" | "club.left" | "devices.registered" | "devices.registered-by-file" | "devices.file-refused" | "devices.serials-guessed" | "devices.viewed" | "devices.changed" | "devices.warranty-checked" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "devices.replaced" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "manufactured-devices.imported" | "readings.credential-given" | "readings.credentials-withdrawn" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "device-groups.created" | "device-groups.changed" | "device-groups.deleted" | "device-groups.device-moved" | "alarms.raised" | "alarms.cleared" | "alarms.flapping" | "alarms.reminder" | "alarms.acknowledged" | "alarms.viewed" | "alarms.told" | "alarms.quiet-hours" | "counters.corrected" | "counters.paper-chosen" | "counters.zone-chosen" | "departments.named" | "toner.low" | "toner.refilled" | "toner.manager-chosen" | "registration-keys.issued" | "registration-keys.issued-by-file" | "registration-keys.refused" | "registration-keys.file-refused" | "registration-keys.viewed" | "registration-keys.moved" | "activation-keys.imported" | "activation-keys.generated" | "activation-keys.renewed" | "activation-keys.voided" | "activation-keys.delivered" | "installation.stored" | "unlock-codes.shown" | "unlock-codes.harvested" | "licences.assigned" | "licences.planned" | "licences.plan-cancelled" | "licences.plan-failed" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.set-aside" | "licences.renewal-chosen" | "licences.taken-over" | "licences.expired" | "licences.reminded" | "licences.handed" | "licences.ordered" | "licences.refunded" | "licences.passed-on" | "licences.returned" | "licence-orders.imported" | "import.previewed" | "import.confirmed" | "import.done" | "import.failed" | "import.refused" | "import.cancelled" | "import.result-taken" | "export.started" | "export.ended" | "notice.published" | "notice.changed" | "notice.ended" | "notice.deleted" | "mailing.sent" | "mailing.tested" | "contact-request.opened" | "contact-request.form-full" | "contact-request.answered" | "contact-request.closed" | "contact-request.reopened" | "contact-request.forgotten" | "maintenance-window.planned" | "maintenance-window.changed" | "maintenance-window.ended" | "maintenance-window.cancelled";
                language?: "ja" | "en";
                object?: string;
                person?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfAudit: {
        parameters: {
            query?: {
                from?: string;
                kind?: "accounts" | "organizations" | "devices" | "reports" | "keys" | "licences" | "files" | "site" | "sign-up.requested" | "sign-up.not-mailed" | "sign-up.code-refused" | "sign-up.phone-refused" | "sign-up.proved" | "sign-up.withdrawn" | "user.created" | "user.invited" | "user.changed" | "user.erased" | "login.done" | "login.ended" | "login.refused" | "login.second-step" | "login-id.changed" | "login-ids.asked" | "login-ids.not-mailed" | "account.changed" | "address.corrected" | "mail-change.asked" | "mail-change.given-up" | "mail.changed" | "mail.removed" | "mail.dead" | "mail.handed-again" | "password.changed" | "password.refused" | "password-reset.asked" | "password-reset.not-mailed" | "password-reset.code-refused" | "password-reset.proved" | "temporary-password.unanswered" | "consent.given" | "consent.declined" | "news.agreed" | "news.withdrawn" | "session.ended" | "session.others-ended" | "second-factor.on" | "second-factor.off" | "second-factor.refused" | "totp.added" | "totp.removed" | "passkey.added" | "passkey.removed" | "passkey.renamed" | "recovery-code.used" | "recovery-codes.made" | "codes.guessed" | "organization.created" | "organization.changed" | "organization.closed" | "organization.moved" | "organization.passed-on" | "grant.given" | "grant.linked" | "grant.ended" | "invitation.sent" | "invitation.withdrawn" | "member.role-changed" | "member.removed" | "member.left" | "ownership.offered" | "ownership.handed-over" | "ownership.offer-ended" | "api-keys.made" | "api-keys.revoked" | "webhooks.made" | "webhooks.changed" | "webhooks.paused" | "webhooks.switched-on" | "webhooks.switched-off" | "webhooks.removed" | "webhooks.secret-renewed" | "webhooks.sent-anew" | "webhooks.tested" | "acting.started" | "acting.ended" | "maintenance-links.begun" | "maintenance-links.changed" | "maintenance-links.ended" | "maintenance-links.opened" | "maintenance-links.dealers-guessed" | "maintenance-addresses.changed" | "maintenance-addresses.link-sent" | "maintenance-addresses.proved" | "mail-notices.changed" | "monthly-reports.asked" | "monthly-reports.changed" | "monthly-reports.due" | "club.joined" | "club.left" | "devices.registered" | "devices.registered-by-file" | "devices.file-refused" | "devices.serials-guessed" | "devices.viewed" | "devices.changed" | "devices.warranty-checked" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "devices.replaced" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "manufactured-devices.imported" | "readings.credential-given" | "readings.credentials-withdrawn" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "device-groups.created" | "device-groups.changed" | "device-groups.deleted" | "device-groups.device-moved" | "alarms.raised" | "alarms.cleared" | "alarms.flapping" | "alarms.reminder" | "alarms.acknowledged" | "alarms.viewed" | "alarms.told" | "alarms.quiet-hours" | "counters.corrected" | "counters.paper-chosen" | "counters.zone-chosen" | "departments.named" | "toner.low" | "toner.refilled" | "toner.manager-chosen" | "registration-keys.issued" | "registration-keys.issued-by-file" | "registration-keys.refused" | "registration-keys.file-refused" | "registration-keys.viewed" | "registration-keys.moved" | "activation-keys.imported" | "activation-keys.generated" | "activation-keys.renewed" | "activation-keys.voided" | "activation-keys.delivered" | "installation.stored" | "unlock-codes.shown" | "unlock-codes.harvested" | "licences.assigned" | "licences.planned" | "licences.plan-cancelled" | "licences.plan-failed" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.set-aside" | "licences.renewal-chosen" | "licences.taken-over" | "licences.expired" | "licences.reminded" | "licences.handed" | "licences.ordered" | "licences.refunded" | "licences.passed-on" | "licences.returned" | "licence-orders.imported" | "import.previewed" | "import.confirmed" | "import.done" | "import.failed" | "import.refused" | "import.cancelled" | "import.result-taken" | "export.started" | "export.ended" | "notice.published" | "notice.changed" | "notice.ended" | "notice.deleted" | "mailing.sent" | "mailing.tested" | "contact-request.opened" | "contact-request.form-full" | "contact-request.answered" | "contact-request.closed" | "contact-request.reopened" | "contact-request.forgotten" | "maintenance-window.planned" | "maintenance-window.changed" | "maintenance-window.ended" | "maintenance-window.cancelled";
                language?: "ja" | "en";
                object?: string;
                person?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportContactRequests: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                kind?: "device" | "key" | "licence" | "account" | "usage" | "other";
                language?: "ja" | "en";
                sort?: "createdAt" | "-createdAt" | "state" | "-state" | "kind" | "-kind" | "asker" | "-asker";
                state?: "open" | "answered" | "closed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfContactRequests: {
        parameters: {
            query?: {
                kind?: "device" | "key" | "licence" | "account" | "usage" | "other";
                language?: "ja" | "en";
                sort?: "createdAt" | "-createdAt" | "state" | "-state" | "kind" | "-kind" | "asker" | "-asker";
                state?: "open" | "answered" | "closed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportCounters: {
        parameters: {
            query: {
                by?: "month" | "day";
                device?: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from: string;
                group?: string | "none";
                kind?: "usage" | "cumulative";
                language?: "ja" | "en";
                tab?: "counters" | "paper" | "colour-mode" | "function" | "own";
                to: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfCounters: {
        parameters: {
            query: {
                by?: "month" | "day";
                device?: string;
                from: string;
                group?: string | "none";
                kind?: "usage" | "cumulative";
                language?: "ja" | "en";
                tab?: "counters" | "paper" | "colour-mode" | "function" | "own";
                to: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportCustomers: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "name" | "-name" | "mail" | "-mail" | "state" | "-state" | "since" | "-since" | "lastLogin" | "-lastLogin";
                state?: "invited" | "temporary" | "unproved" | "proved";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfCustomers: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "name" | "-name" | "mail" | "-mail" | "state" | "-state" | "since" | "-since" | "lastLogin" | "-lastLogin";
                state?: "invited" | "temporary" | "unproved" | "proved";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportDealerStock: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "name" | "-name" | "held" | "-held" | "assigned" | "-assigned";
                termMonths?: number;
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfDealerStock: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "name" | "-name" | "held" | "-held" | "assigned" | "-assigned";
                termMonths?: number;
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportDepartments: {
        parameters: {
            query: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from: string;
                language?: "ja" | "en";
                place?: ("total" | "colour" | "mono" | "copy" | "print" | "scan" | "duplex") | string;
                sort?: "department" | "-department" | "name" | "-name" | "devices" | "-devices" | "total" | "-total";
                to: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfDepartments: {
        parameters: {
            query: {
                from: string;
                language?: "ja" | "en";
                place?: ("total" | "colour" | "mono" | "copy" | "print" | "scan" | "duplex") | string;
                sort?: "department" | "-department" | "name" | "-name" | "devices" | "-devices" | "total" | "-total";
                to: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportDevices: {
        parameters: {
            query?: {
                address?: string;
                building?: string;
                code?: string;
                codeBinary?: string;
                company?: string;
                customer?: string;
                customerId?: string;
                encoding?: "utf-8" | "shift_jis";
                ended?: "yes" | "no";
                endedFrom?: string;
                endedTo?: string;
                format?: "csv" | "xlsx";
                group?: string | "none";
                installation?: string;
                language?: "ja" | "en";
                lengthened?: "yes";
                licenceState?: "expired" | "missing" | "licensed" | "needless";
                model?: string;
                organization?: string;
                purchasedFrom?: string;
                purchasedTo?: string;
                remarks?: string;
                reportedStatus?: "trouble" | "service-call" | "error" | "warning" | "unknown" | "normal" | "unable" | "never";
                serial?: string;
                sort?: "serial" | "-serial" | "model" | "-model" | "type" | "-type" | "purchasedOn" | "-purchasedOn" | "warrantyUntil" | "-warrantyUntil" | "endedOn" | "-endedOn" | "installation" | "-installation" | "address" | "-address" | "building" | "-building" | "webPage" | "-webPage" | "company" | "-company" | "remarks" | "-remarks" | "registeredAt" | "-registeredAt" | "code" | "-code" | "codeBinary" | "-codeBinary" | "group" | "-group" | "lastCounted" | "-lastCounted" | "customer" | "-customer" | "customerId" | "-customerId" | "firstReport" | "-firstReport" | "lastReport" | "-lastReport" | "status" | "-status" | "reportedStatus" | "-reportedStatus" | "silentSince" | "-silentSince" | "linkedAt" | "-linkedAt" | "licenceState" | "-licenceState" | "licenceType" | "-licenceType" | "licensedUntil" | "-licensedUntil";
                status?: "trouble" | "normal" | "unknown" | "warning" | "error" | "service-call";
                type?: string;
                warranty?: "running" | "over" | "none";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfDevices: {
        parameters: {
            query?: {
                address?: string;
                building?: string;
                code?: string;
                codeBinary?: string;
                company?: string;
                customer?: string;
                customerId?: string;
                ended?: "yes" | "no";
                endedFrom?: string;
                endedTo?: string;
                group?: string | "none";
                installation?: string;
                language?: "ja" | "en";
                lengthened?: "yes";
                licenceState?: "expired" | "missing" | "licensed" | "needless";
                model?: string;
                organization?: string;
                purchasedFrom?: string;
                purchasedTo?: string;
                remarks?: string;
                reportedStatus?: "trouble" | "service-call" | "error" | "warning" | "unknown" | "normal" | "unable" | "never";
                serial?: string;
                sort?: "serial" | "-serial" | "model" | "-model" | "type" | "-type" | "purchasedOn" | "-purchasedOn" | "warrantyUntil" | "-warrantyUntil" | "endedOn" | "-endedOn" | "installation" | "-installation" | "address" | "-address" | "building" | "-building" | "webPage" | "-webPage" | "company" | "-company" | "remarks" | "-remarks" | "registeredAt" | "-registeredAt" | "code" | "-code" | "codeBinary" | "-codeBinary" | "group" | "-group" | "lastCounted" | "-lastCounted" | "customer" | "-customer" | "customerId" | "-customerId" | "firstReport" | "-firstReport" | "lastReport" | "-lastReport" | "status" | "-status" | "reportedStatus" | "-reportedStatus" | "silentSince" | "-silentSince" | "linkedAt" | "-linkedAt" | "licenceState" | "-licenceState" | "licenceType" | "-licenceType" | "licensedUntil" | "-licensedUntil";
                status?: "trouble" | "normal" | "unknown" | "warning" | "error" | "service-call";
                type?: string;
                warranty?: "running" | "over" | "none";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportEndReports: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "reportedAt" | "-reportedAt" | "endedOn" | "-endedOn" | "serial" | "-serial" | "model" | "-model" | "organization" | "-organization";
                state?: "undecided" | "all";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfEndReports: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "reportedAt" | "-reportedAt" | "endedOn" | "-endedOn" | "serial" | "-serial" | "model" | "-model" | "organization" | "-organization";
                state?: "undecided" | "all";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportFailedMails: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                sort?: "triedAt" | "-triedAt" | "recipient" | "-recipient" | "tries" | "-tries";
                state?: "given-up" | "waiting";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfFailedMails: {
        parameters: {
            query?: {
                from?: string;
                language?: "ja" | "en";
                sort?: "triedAt" | "-triedAt" | "recipient" | "-recipient" | "tries" | "-tries";
                state?: "given-up" | "waiting";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportImports: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                state?: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfImports: {
        parameters: {
            query?: {
                from?: string;
                language?: "ja" | "en";
                state?: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportInvitations: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                role?: "owner" | "manager" | "member" | "viewer";
                sort?: "name" | "-name" | "mail" | "-mail" | "role" | "-role" | "sentAt" | "-sentAt" | "expiresAt" | "-expiresAt";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfInvitations: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                role?: "owner" | "manager" | "member" | "viewer";
                sort?: "name" | "-name" | "mail" | "-mail" | "role" | "-role" | "sentAt" | "-sentAt" | "expiresAt" | "-expiresAt";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportIssueHistory: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                sort?: "issuedAt" | "-issuedAt" | "organization" | "-organization" | "deviceId" | "-deviceId" | "activationKey" | "-activationKey" | "productNumber" | "-productNumber" | "purpose" | "-purpose";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfIssueHistory: {
        parameters: {
            query?: {
                from?: string;
                language?: "ja" | "en";
                sort?: "issuedAt" | "-issuedAt" | "organization" | "-organization" | "deviceId" | "-deviceId" | "activationKey" | "-activationKey" | "productNumber" | "-productNumber" | "purpose" | "-purpose";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportIssueTotals: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                sort?: "day" | "-day" | "organization" | "-organization" | "category" | "-category" | "productNumber" | "-productNumber" | "count" | "-count";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfIssueTotals: {
        parameters: {
            query?: {
                from?: string;
                language?: "ja" | "en";
                sort?: "day" | "-day" | "organization" | "-organization" | "category" | "-category" | "productNumber" | "-productNumber" | "count" | "-count";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicenceAssignments: {
        parameters: {
            query?: {
                customer?: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                sort?: "createdAt" | "-createdAt" | "customer" | "-customer" | "lastDay" | "-lastDay" | "quantity" | "-quantity";
                term?: number;
                text?: string;
                type?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicenceAssignments: {
        parameters: {
            query?: {
                customer?: string;
                from?: string;
                language?: "ja" | "en";
                sort?: "createdAt" | "-createdAt" | "customer" | "-customer" | "lastDay" | "-lastDay" | "quantity" | "-quantity";
                term?: number;
                text?: string;
                type?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicenceOrders: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "number" | "-number" | "orderedOn" | "-orderedOn" | "dealer" | "-dealer" | "inStock" | "-inStock";
                source?: "import" | "shop";
                termMonths?: number;
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicenceOrders: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "number" | "-number" | "orderedOn" | "-orderedOn" | "dealer" | "-dealer" | "inStock" | "-inStock";
                source?: "import" | "shop";
                termMonths?: number;
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicencePlans: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "day" | "-day" | "customer" | "-customer" | "createdAt" | "-createdAt";
                state?: "open" | "done" | "cancelled" | "failed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicencePlans: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                sort?: "day" | "-day" | "customer" | "-customer" | "createdAt" | "-createdAt";
                state?: "open" | "done" | "cancelled" | "failed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicenceRehearsal: {
        parameters: {
            query: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                kind?: "reminder" | "taken-over" | "without" | "unused" | "assignment";
                language?: "ja" | "en";
                text?: string;
                until: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicenceRehearsal: {
        parameters: {
            query: {
                kind?: "reminder" | "taken-over" | "without" | "unused" | "assignment";
                language?: "ja" | "en";
                text?: string;
                until: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicenceRenewals: {
        parameters: {
            query?: {
                customer?: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                month?: string;
                months?: number;
                state?: "open" | "planned" | "waiting" | "renewed" | "declined" | "unused";
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicenceRenewals: {
        parameters: {
            query?: {
                customer?: string;
                language?: "ja" | "en";
                month?: string;
                months?: number;
                state?: "open" | "planned" | "waiting" | "renewed" | "declined" | "unused";
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicenceStockMoves: {
        parameters: {
            query?: {
                cause?: "order" | "pass-on" | "return" | "assign" | "refund";
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                from?: string;
                language?: "ja" | "en";
                sort?: "at" | "-at" | "quantity" | "-quantity";
                termMonths?: number;
                text?: string;
                type?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicenceStockMoves: {
        parameters: {
            query?: {
                cause?: "order" | "pass-on" | "return" | "assign" | "refund";
                from?: string;
                language?: "ja" | "en";
                sort?: "at" | "-at" | "quantity" | "-quantity";
                termMonths?: number;
                text?: string;
                type?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportLicences: {
        parameters: {
            query?: {
                device?: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "lastDay" | "-lastDay" | "type" | "-type" | "state" | "-state" | "device" | "-device" | "assignedOn" | "-assignedOn";
                state?: "placed" | "waiting" | "expired";
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfLicences: {
        parameters: {
            query?: {
                device?: string;
                language?: "ja" | "en";
                sort?: "lastDay" | "-lastDay" | "type" | "-type" | "state" | "-state" | "device" | "-device" | "assignedOn" | "-assignedOn";
                state?: "placed" | "waiting" | "expired";
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportMailNotices: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                event?: "service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "name" | "-name" | "mail" | "-mail" | "role" | "-role";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfMailNotices: {
        parameters: {
            query?: {
                event?: "service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report";
                language?: "ja" | "en";
                sort?: "name" | "-name" | "mail" | "-mail" | "role" | "-role";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportMailings: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                kind?: "important" | "news";
                language?: "ja" | "en";
                sort?: "createdAt" | "-createdAt" | "kind" | "-kind" | "receivers" | "-receivers";
                state?: "under-way" | "done";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfMailings: {
        parameters: {
            query?: {
                kind?: "important" | "news";
                language?: "ja" | "en";
                sort?: "createdAt" | "-createdAt" | "kind" | "-kind" | "receivers" | "-receivers";
                state?: "under-way" | "done";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportMaintenanceLinks: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                isNew?: "yes";
                language?: "ja" | "en";
                side?: "customer" | "dealer";
                sort?: "name" | "-name" | "begunAt" | "-begunAt" | "untilOn" | "-untilOn";
                state?: "running" | "over";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfMaintenanceLinks: {
        parameters: {
            query?: {
                isNew?: "yes";
                language?: "ja" | "en";
                side?: "customer" | "dealer";
                sort?: "name" | "-name" | "begunAt" | "-begunAt" | "untilOn" | "-untilOn";
                state?: "running" | "over";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportManufacturedDevices: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                model?: string;
                orderNumber?: string;
                serial?: string;
                sort?: "importedAt" | "-importedAt" | "serial" | "-serial" | "model" | "-model" | "shippedOn" | "-shippedOn" | "orderNumber" | "-orderNumber";
                state?: "free" | "waiting" | "registered" | "locked";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfManufacturedDevices: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                model?: string;
                orderNumber?: string;
                serial?: string;
                sort?: "importedAt" | "-importedAt" | "serial" | "-serial" | "model" | "-model" | "shippedOn" | "-shippedOn" | "orderNumber" | "-orderNumber";
                state?: "free" | "waiting" | "registered" | "locked";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportMembers: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                role?: "owner" | "manager" | "member" | "viewer";
                sort?: "name" | "-name" | "loginId" | "-loginId" | "mail" | "-mail" | "role" | "-role" | "since" | "-since" | "lastLogin" | "-lastLogin";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfMembers: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                role?: "owner" | "manager" | "member" | "viewer";
                sort?: "name" | "-name" | "loginId" | "-loginId" | "mail" | "-mail" | "role" | "-role" | "since" | "-since" | "lastLogin" | "-lastLogin";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportNewsConsents: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                news?: "yes" | "no";
                sort?: "since" | "-since" | "name" | "-name" | "organization" | "-organization" | "way" | "-way";
                text?: string;
                way?: "sign-up" | "account" | "operator" | "link";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfNewsConsents: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                news?: "yes" | "no";
                sort?: "since" | "-since" | "name" | "-name" | "organization" | "-organization" | "way" | "-way";
                text?: string;
                way?: "sign-up" | "account" | "operator" | "link";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportOrganizations: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                kind?: "dealer" | "customer";
                language?: "ja" | "en";
                parent?: string;
                sort?: "name" | "-name" | "kind" | "-kind" | "parent" | "-parent" | "users" | "-users" | "since" | "-since";
                state?: "open" | "closed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfOrganizations: {
        parameters: {
            query?: {
                kind?: "dealer" | "customer";
                language?: "ja" | "en";
                parent?: string;
                sort?: "name" | "-name" | "kind" | "-kind" | "parent" | "-parent" | "users" | "-users" | "since" | "-since";
                state?: "open" | "closed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPowerFlow: {
        parameters: {
            query: {
                at?: string;
                device: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                kind?: "day" | "month" | "year";
                language?: "ja" | "en";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfPowerFlow: {
        parameters: {
            query: {
                at?: string;
                device: string;
                kind?: "day" | "month" | "year";
                language?: "ja" | "en";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportRegistrationKeys: {
        parameters: {
            query?: {
                activationKey?: string;
                deviceId?: string;
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                sort?: "issuedAt" | "-issuedAt" | "organization" | "-organization" | "deviceId" | "-deviceId" | "activationKey" | "-activationKey" | "productNumber" | "-productNumber" | "purpose" | "-purpose";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfRegistrationKeys: {
        parameters: {
            query?: {
                activationKey?: string;
                deviceId?: string;
                language?: "ja" | "en";
                sort?: "issuedAt" | "-issuedAt" | "organization" | "-organization" | "deviceId" | "-deviceId" | "activationKey" | "-activationKey" | "productNumber" | "-productNumber" | "purpose" | "-purpose";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportToner: {
        parameters: {
            query?: {
                colour?: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                group?: string | "none";
                language?: "ja" | "en";
                manager?: "none";
                sort?: "name" | "-name" | "serial" | "-serial" | "model" | "-model" | "building" | "-building" | "group" | "-group" | "supply" | "-supply" | "level" | "-level" | "emptyOn" | "-emptyOn" | "refilledOn" | "-refilledOn" | "manager" | "-manager";
                state?: "low" | "soon";
                text?: string;
                within?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportTonerOrder: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                group?: string | "none";
                language?: "ja" | "en";
                within?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfTonerOrder: {
        parameters: {
            query?: {
                group?: string | "none";
                language?: "ja" | "en";
                within?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfToner: {
        parameters: {
            query?: {
                colour?: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                group?: string | "none";
                language?: "ja" | "en";
                manager?: "none";
                sort?: "name" | "-name" | "serial" | "-serial" | "model" | "-model" | "building" | "-building" | "group" | "-group" | "supply" | "-supply" | "level" | "-level" | "emptyOn" | "-emptyOn" | "refilledOn" | "-refilledOn" | "manager" | "-manager";
                state?: "low" | "soon";
                text?: string;
                within?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportTransfers: {
        parameters: {
            query?: {
                encoding?: "utf-8" | "shift_jis";
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
                side?: "given" | "received" | "onlooker";
                sort?: "begunAt" | "-begunAt" | "expiresAt" | "-expiresAt" | "serial" | "-serial" | "model" | "-model";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unwritableOfTransfers: {
        parameters: {
            query?: {
                language?: "ja" | "en";
                side?: "given" | "received" | "onlooker";
                sort?: "begunAt" | "-begunAt" | "expiresAt" | "-expiresAt" | "serial" | "-serial" | "model" | "-model";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        count: number;
                        places: {
                            characters: string[];
                            column: string;
                            heading: string;
                            row: number;
                            text: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listFailedMails: {
        parameters: {
            query?: {
                from?: string;
                page?: number;
                pageSize?: number;
                sort?: "triedAt" | "-triedAt" | "recipient" | "-recipient" | "tries" | "-tries";
                state?: "given-up" | "waiting";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string;
                            account: {
                                /** @example user_… */
                                id: string;
                                loginId: string;
                                name: string;
                                organization: string;
                            } | null;
                            answer: string | null;
                            /** @example mail_… */
                            id: string;
                            nextTryAt: string | null;
                            recipient: string;
                            /** @enum {string} */
                            state: "given-up" | "waiting";
                            subject: string | null;
                            /** Format: date-time */
                            triedAt: string;
                            tries: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    handMailOverAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getHandOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        handOver: {
                            /** Format: date-time */
                            expiresAt: string;
                            from: string;
                            /** @enum {string} */
                            mine: "offered" | "received" | "none";
                            to: string;
                        } | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    offerOwnership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @example user_… */
                    user: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endOwnershipOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptOwnership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                from?: string;
                page?: number;
                pageSize?: number;
                state?: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            doneAt: string | null;
                            fault: string | null;
                            faultCount: number;
                            fileName: string;
                            /** @example import_… */
                            id: string;
                            kind: string;
                            organization: string;
                            own: boolean;
                            /** @description Where the web app shows it, with `$organization` and `$import` */
                            page: string;
                            rowCount: number;
                            rowsDone: number;
                            /** @enum {string} */
                            state: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                            storedCount: number;
                            user: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description What cells that are empty in a row stand for, by column, as JSON */
                    defaults?: string;
                    /** Format: binary */
                    file: string;
                    kind: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            [key: string]: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        encoding: string;
                        fault: string | null;
                        faultCount: number;
                        fileName: string;
                        hash: string;
                        hasResult: boolean;
                        /** @example import_… */
                        id: string;
                        keptUntil: string | null;
                        kind: string;
                        page: number;
                        pageSize: number;
                        repeated: boolean;
                        rowCount: number;
                        rows: {
                            cells: {
                                [key: string]: string;
                            };
                            faults: {
                                [key: string]: {
                                    code: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                };
                            };
                            line: number;
                        }[];
                        rowsDone: number;
                        shownCount: number;
                        /** @enum {string} */
                        state: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                        storedCount: number;
                        unknownColumns: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readImport: {
        parameters: {
            query?: {
                only?: "faults";
                page?: number;
                pageSize?: number;
            };
            header?: never;
            path: {
                import: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            [key: string]: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        encoding: string;
                        fault: string | null;
                        faultCount: number;
                        fileName: string;
                        hash: string;
                        hasResult: boolean;
                        /** @example import_… */
                        id: string;
                        keptUntil: string | null;
                        kind: string;
                        page: number;
                        pageSize: number;
                        repeated: boolean;
                        rowCount: number;
                        rows: {
                            cells: {
                                [key: string]: string;
                            };
                            faults: {
                                [key: string]: {
                                    code: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                };
                            };
                            line: number;
                        }[];
                        rowsDone: number;
                        shownCount: number;
                        /** @enum {string} */
                        state: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                        storedCount: number;
                        unknownColumns: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            [key: string]: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        encoding: string;
                        fault: string | null;
                        faultCount: number;
                        fileName: string;
                        hash: string;
                        hasResult: boolean;
                        /** @example import_… */
                        id: string;
                        keptUntil: string | null;
                        kind: string;
                        page: number;
                        pageSize: number;
                        repeated: boolean;
                        rowCount: number;
                        rows: {
                            cells: {
                                [key: string]: string;
                            };
                            faults: {
                                [key: string]: {
                                    code: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                };
                            };
                            line: number;
                        }[];
                        rowsDone: number;
                        shownCount: number;
                        /** @enum {string} */
                        state: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                        storedCount: number;
                        unknownColumns: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            [key: string]: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        encoding: string;
                        fault: string | null;
                        faultCount: number;
                        fileName: string;
                        hash: string;
                        hasResult: boolean;
                        /** @example import_… */
                        id: string;
                        keptUntil: string | null;
                        kind: string;
                        page: number;
                        pageSize: number;
                        repeated: boolean;
                        rowCount: number;
                        rows: {
                            cells: {
                                [key: string]: string;
                            };
                            faults: {
                                [key: string]: {
                                    code: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                };
                            };
                            line: number;
                        }[];
                        rowsDone: number;
                        shownCount: number;
                        /** @enum {string} */
                        state: "previewed" | "waiting" | "running" | "done" | "refused" | "failed" | "cancelled";
                        storedCount: number;
                        unknownColumns: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importResult: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                language?: "ja" | "en";
            };
            header?: never;
            path: {
                import: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                role?: "owner" | "manager" | "member" | "viewer";
                sort?: "name" | "-name" | "mail" | "-mail" | "role" | "-role" | "sentAt" | "-sentAt" | "expiresAt" | "-expiresAt";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            expiresAt: string;
                            /** @example invitation_… */
                            id: string;
                            inviter: string | null;
                            mail: string;
                            name: string;
                            over: boolean;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                            /** Format: date-time */
                            sentAt: string;
                        }[];
                        /** @enum {string} */
                        loginIdKind: "mail" | "issued" | "chosen" | "given";
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "ja" | "en";
                    loginId?: string;
                    mail: string;
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "manager" | "member" | "viewer";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example invitation_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sendInvitationAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listJobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        items: {
                            failed: {
                                count: number;
                                countCapped: boolean;
                            } | null;
                            lastRun: {
                                /** Format: date-time */
                                beganAt: string;
                                failure: {
                                    /** @enum {string} */
                                    reason: "out-of-room" | "held-up" | "data-refused" | "network" | "unexpected";
                                    /** Format: date-time */
                                    since: string;
                                } | null;
                                tookMs: number;
                                wellAt: string | null;
                            } | null;
                            /** @enum {string} */
                            name: "events-seal" | "events-read" | "mails" | "imports" | "webhooks" | "alarms" | "licences-settle" | "licence-entitlements" | "licence-plans" | "licence-reminders" | "hand-over-reminders" | "device-settings-overdue" | "toner-low" | "monthly-reports" | "reading-roll-up" | "reading-months" | "audit-heads" | "mailings" | "retention" | "alarm-retention" | "api-key-uses" | "contact-requests" | "counters-kept" | "departments-kept" | "webhook-deliveries";
                            nextRunAt: string | null;
                            /** @enum {string} */
                            rhythm: "minute" | "always";
                            /** @enum {string} */
                            state: "well" | "failing" | "late" | "never";
                            waiting: {
                                count: number;
                                countCapped: boolean;
                            } | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkLicenceAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example organization_… */
                    customer: string;
                    lines: {
                        /** @default [] */
                        devices?: string[];
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bestDay: string | null;
                        customer: {
                            address: string;
                            /** @example organization_… */
                            id: string;
                            name: string;
                            proved: boolean;
                        };
                        lines: {
                            /** Format: date */
                            assignedOn: string;
                            available: number;
                            cameras: {
                                /** Format: date */
                                bestDay: string;
                                /** @example device_… */
                                device: string;
                                /** Format: date */
                                lastDay: string;
                                lostDays: number;
                                serial: string;
                                wonDays: number;
                            }[];
                            /** Format: date */
                            freeUntil: string;
                            /** Format: date */
                            lastDay: string;
                            /** Format: date */
                            paidFrom: string;
                            quantity: number;
                            termMonths: number;
                            type: string;
                            waiting: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLicenceAssignments: {
        parameters: {
            query?: {
                customer?: string;
                from?: string;
                page?: number;
                pageSize?: number;
                sort?: "createdAt" | "-createdAt" | "customer" | "-customer" | "lastDay" | "-lastDay" | "quantity" | "-quantity";
                term?: number;
                text?: string;
                type?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            assignedOn: string;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            customer: {
                                address: string;
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            dealer: string;
                            /** Format: date */
                            freeUntil: string;
                            /** @example licenceAssignment_… */
                            id: string;
                            /** Format: date */
                            lastDay: string;
                            planned: boolean;
                            quantity: number;
                            termMonths: number;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assignLicences: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example organization_… */
                    customer: string;
                    lines: {
                        /** @default [] */
                        devices?: string[];
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignments: {
                            /** Format: date */
                            assignedOn: string;
                            /** Format: date */
                            freeUntil: string;
                            /** @example licenceAssignment_… */
                            id: string;
                            /** Format: date */
                            lastDay: string;
                            licences: string[];
                            /** Format: date */
                            paidFrom: string;
                            quantity: number;
                            termMonths: number;
                            type: string;
                        }[];
                        /** @example organization_… */
                        customer: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    suggestLicenceCustomers: {
        parameters: {
            query: {
                text: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            /** @example organization_… */
                            id: string;
                            name: string;
                            proved: boolean;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLicenceHolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example organization_… */
                        id: string;
                        licences: {
                            /** @example licence_… */
                            id: string;
                            /** Format: date */
                            lastDay: string;
                            serial: string | null;
                            termMonths: number;
                            type: string;
                        }[];
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    handLicences: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    licences: string[];
                    reason: string;
                    /** @example organization_… */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        licences: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLicenceOrders: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "number" | "-number" | "orderedOn" | "-orderedOn" | "dealer" | "-dealer" | "inStock" | "-inStock";
                source?: "import" | "shop";
                termMonths?: number;
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            assigned: number;
                            /** Format: date-time */
                            createdAt: string;
                            dealer: string;
                            /** @example licenceOrder_… */
                            id: string;
                            inStock: number;
                            number: string;
                            /** Format: date */
                            orderedOn: string;
                            quantity: number;
                            refunded: number;
                            /** @enum {string} */
                            source: "import" | "shop";
                            termMonths: number;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLicenceOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        dealer: string;
                        /** @example licenceOrder_… */
                        id: string;
                        lines: {
                            assigned: number;
                            inStock: number;
                            quantity: number;
                            refunded: number;
                            termMonths: number;
                            type: string;
                        }[];
                        number: string;
                        /** Format: date */
                        orderedOn: string;
                        refunds: {
                            /** Format: date-time */
                            at: string;
                            /** @example licenceRefund_… */
                            id: string;
                            lines: {
                                asked: number;
                                assigned: number;
                                passedOn: number;
                                refunded: number;
                                termMonths: number;
                                type: string;
                            }[];
                            number: string | null;
                            /** @enum {string} */
                            source: "operator" | "shop";
                        }[];
                        /** @enum {string} */
                        source: "import" | "shop";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refundLicenceOrder: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                order: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example licenceRefund_… */
                        id: string;
                        refunded: {
                            asked: number;
                            assigned: number;
                            passedOn: number;
                            refunded: number;
                            termMonths: number;
                            type: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    passStock: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    kind: "pass-on";
                    lines: {
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                    /** @example organization_… */
                    to: string;
                } | {
                    /** @constant */
                    kind: "return";
                    lines: {
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example licencePassing_… */
                        id: string;
                        to: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLicencePlans: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "day" | "-day" | "customer" | "-customer" | "createdAt" | "-createdAt";
                state?: "open" | "done" | "cancelled" | "failed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            by: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            customer: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date */
                            day: string;
                            dealer: string;
                            endedAt: string | null;
                            /** @example licencePlan_… */
                            id: string;
                            quantity: number;
                            reason: string | null;
                            serial: string | null;
                            /** @enum {string} */
                            state: "open" | "done" | "cancelled" | "failed";
                            termMonths: number;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planLicences: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example organization_… */
                    customer: string;
                    day: string;
                    lines: {
                        /** @default [] */
                        devices?: string[];
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                    /** @default 0 */
                    tooLate?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        day: string;
                        plans: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelLicencePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                plan: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    rehearseLicences: {
        parameters: {
            query: {
                kind?: "reminder" | "taken-over" | "without" | "unused" | "assignment";
                page?: number;
                pageSize?: number;
                text?: string;
                until: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        items: {
                            /** Format: date-time */
                            at: string;
                            audience: ("dealer" | "above" | "customer") | null;
                            /** @enum {string} */
                            kind: "reminder" | "taken-over" | "without" | "unused" | "assignment";
                            lastDay: string | null;
                            organization: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            outlooks: {
                                "not-renewed": number;
                                renewed: number;
                                unused: number;
                                waiting: number;
                            } | null;
                            quantity: number;
                            receiver: string | null;
                            serial: string | null;
                            step: string | null;
                            termMonths: number | null;
                            type: string | null;
                        }[];
                        page: number;
                        pageSize: number;
                        timeZone: string;
                        total: number;
                        totalCapped: boolean;
                        totals: {
                            assignment: number;
                            reminder: number;
                            "taken-over": number;
                            unused: number;
                            without: number;
                        };
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRenewalDefault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        renews: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseRenewalDefault: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    renews: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listLicenceRenewals: {
        parameters: {
            query?: {
                customer?: string;
                month?: string;
                months?: number;
                page?: number;
                pageSize?: number;
                state?: "open" | "planned" | "waiting" | "renewed" | "declined" | "unused";
                text?: string;
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            bestDay: string;
                            counts: {
                                declined: number;
                                open: number;
                                planned: number;
                                renewed: number;
                                unused: number;
                                waiting: number;
                            };
                            customer: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date */
                            lastDay: string;
                            type: string;
                        }[];
                        months: {
                            counts: {
                                declined: number;
                                open: number;
                                planned: number;
                                renewed: number;
                                unused: number;
                                waiting: number;
                            };
                            month: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLicenceRenewal: {
        parameters: {
            query: {
                lastDay: string;
                type: string;
            };
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        bestDay: string;
                        cameras: {
                            /** @example device_… */
                            device: string;
                            serial: string;
                            /** @enum {string} */
                            state: "open" | "planned" | "waiting" | "renewed" | "declined" | "unused";
                        }[];
                        counts: {
                            declined: number;
                            open: number;
                            planned: number;
                            renewed: number;
                            unused: number;
                            waiting: number;
                        };
                        customer: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        };
                        /** Format: date */
                        lastDay: string;
                        type: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLicenceStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        above: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        } | null;
                        dealerCode: string | null;
                        items: {
                            assigned: number;
                            assignedBelow: number;
                            below: number;
                            inStock: number;
                            returnable: number;
                            termMonths: number;
                            type: string;
                        }[];
                        shop: {
                            acceptedAt: string | null;
                            refusal: string | null;
                            refusedAt: string | null;
                        } | null;
                        subDealers: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStockMoves: {
        parameters: {
            query?: {
                cause?: "order" | "pass-on" | "return" | "assign" | "refund";
                from?: string;
                page?: number;
                pageSize?: number;
                sort?: "at" | "-at" | "quantity" | "-quantity";
                termMonths?: number;
                text?: string;
                type?: string;
                until?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            cause: "order" | "pass-on" | "return" | "assign" | "refund";
                            dealer: string;
                            numbers: string[];
                            other: string | null;
                            quantity: number;
                            termMonths: number;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLicences: {
        parameters: {
            query?: {
                device?: string;
                page?: number;
                pageSize?: number;
                sort?: "lastDay" | "-lastDay" | "type" | "-type" | "state" | "-state" | "device" | "-device" | "assignedOn" | "-assignedOn";
                state?: "placed" | "waiting" | "expired";
                type?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            assignedOn: string;
                            dealer: string;
                            device: {
                                /** @example device_… */
                                id: string;
                                name: string;
                                serial: string;
                            } | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date */
                            freeUntil: string;
                            /** @example licence_… */
                            id: string;
                            /** Format: date */
                            lastDay: string;
                            organization: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            setAsideFor: {
                                /** @example device_… */
                                id: string;
                                name: string;
                                serial: string;
                            } | null;
                            /** @enum {string} */
                            state: "placed" | "waiting" | "expired";
                            termMonths: number;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                licence: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        assignedOn: string;
                        dealer: string;
                        device: {
                            /** @example device_… */
                            id: string;
                            name: string;
                            serial: string;
                        } | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date */
                        freeUntil: string;
                        history: {
                            /** @enum {string} */
                            cause: "chosen" | "automatic" | "moved" | "replaced";
                            device: {
                                /** @example device_… */
                                id: string;
                                serial: string;
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        /** @example licence_… */
                        id: string;
                        /** Format: date */
                        lastDay: string;
                        mayMove: boolean;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        };
                        setAsideFor: {
                            /** @example device_… */
                            id: string;
                            name: string;
                            serial: string;
                        } | null;
                        /** @enum {string} */
                        state: "placed" | "waiting" | "expired";
                        termMonths: number;
                        type: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    moveLicence: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                licence: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    device: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listLicenceTargets: {
        parameters: {
            query?: {
                text?: string;
            };
            header?: never;
            path: {
                licence: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example device_… */
                            id: string;
                            licensedUntil: string | null;
                            name: string;
                            serial: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setLicenceAside: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                licence: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    device: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    watchLive: {
        parameters: {
            query: {
                topics: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMailNotices: {
        parameters: {
            query?: {
                event?: "service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report";
                page?: number;
                pageSize?: number;
                sort?: "name" | "-name" | "mail" | "-mail" | "role" | "-role";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            chosen: boolean;
                            events: ("service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report")[];
                            /** @example user_… */
                            id: string;
                            loginId: string;
                            mail: string;
                            name: string;
                            reached: boolean;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMailNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chosen: boolean;
                        events: ("service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report")[];
                        /** @example user_… */
                        id: string;
                        loginId: string;
                        mail: string;
                        name: string;
                        reached: boolean;
                        /** @enum {string} */
                        role: "owner" | "manager" | "member" | "viewer";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMailNotices: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: ("service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report")[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chosen: boolean;
                        events: ("service-call" | "error" | "warning" | "silence" | "toner-low" | "monthly-report")[];
                        /** @example user_… */
                        id: string;
                        loginId: string;
                        mail: string;
                        name: string;
                        reached: boolean;
                        /** @enum {string} */
                        role: "owner" | "manager" | "member" | "viewer";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMailings: {
        parameters: {
            query?: {
                kind?: "important" | "news";
                page?: number;
                pageSize?: number;
                sort?: "createdAt" | "-createdAt" | "kind" | "-kind" | "receivers" | "-receivers";
                state?: "under-way" | "done";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            by: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** @description Withdrew, left or changed the address before it went out */
                            dropped: number;
                            /** @description No mail server took it */
                            failed: number;
                            /** @example mailing_… */
                            id: string;
                            /** @enum {string} */
                            kind: "important" | "news";
                            /** @example notice_… */
                            notice: string;
                            receivers: number;
                            sent: number;
                            /** @enum {string} */
                            state: "under-way" | "done";
                            title: {
                                en: string;
                                ja: string;
                            };
                            toAll: boolean;
                            waiting: number;
                            /** @description Receivers who have withdrawn from news since */
                            withdrawn: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendMailing: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "important" | "news";
                    /** @example notice_… */
                    notice: string;
                    /** @description Whose users; null for those of all organizations of the site */
                    organizations: string[] | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example mailing_… */
                        id: string;
                        receivers: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMailing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailing: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        by: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @description Withdrew, left or changed the address before it went out */
                        dropped: number;
                        /** @description No mail server took it */
                        failed: number;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example mailing_… */
                        id: string;
                        /** @enum {string} */
                        kind: "important" | "news";
                        /** @example notice_… */
                        notice: string;
                        organizations: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        }[];
                        receivers: number;
                        sent: number;
                        /** @enum {string} */
                        state: "under-way" | "done";
                        title: {
                            en: string;
                            ja: string;
                        };
                        toAll: boolean;
                        waiting: number;
                        /** @description Receivers who have withdrawn from news since */
                        withdrawn: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewMailing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "important" | "news";
                    /** @example notice_… */
                    notice: string;
                    /** @description Whose users; null for those of all organizations of the site */
                    organizations: string[] | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byLanguage: {
                            en: number;
                            ja: number;
                        };
                        letters: {
                            en: {
                                html: string;
                                subject: string;
                                text: string;
                            };
                            ja: {
                                html: string;
                                subject: string;
                                text: string;
                            };
                        };
                        /** @description Who has had the notice by mail already is not among them */
                        receivers: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    testMailing: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "important" | "news";
                    /** @example notice_… */
                    notice: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listMaintenanceAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            expiresAt: string | null;
                            /** @example maintenanceAddress_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            mail: string;
                            /** @enum {string} */
                            state: "proved" | "waiting" | "over";
                        }[];
                        max: number;
                        receivers: string[];
                        toAccount: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMaintenanceAddresses: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    addresses: {
                        /** @enum {string} */
                        language: "ja" | "en";
                        mail: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            expiresAt: string | null;
                            /** @example maintenanceAddress_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            mail: string;
                            /** @enum {string} */
                            state: "proved" | "waiting" | "over";
                        }[];
                        max: number;
                        receivers: string[];
                        toAccount: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendMaintenanceLinkAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listMaintenanceLinks: {
        parameters: {
            query?: {
                isNew?: "yes";
                page?: number;
                pageSize?: number;
                side?: "customer" | "dealer";
                sort?: "name" | "-name" | "begunAt" | "-begunAt" | "untilOn" | "-untilOn";
                state?: "running" | "over";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allDevices: boolean;
                            /** Format: date-time */
                            begunAt: string;
                            configure: boolean;
                            devices: {
                                /** @example device_… */
                                id: string;
                                linked: boolean;
                                model: string;
                                serial: string;
                            }[];
                            endedAt: string | null;
                            /** @example maintenanceLink_… */
                            id: string;
                            isNew: boolean;
                            other: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            side: "customer" | "dealer";
                            /** @enum {string} */
                            state: "running" | "ended-by-customer" | "ended-by-dealer" | "expired" | "lapsed";
                            untilOn: string | null;
                        }[];
                        ownPair: {
                            dealer: string;
                            phone: string | null;
                        } | null;
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginMaintenanceLink: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    configure: boolean;
                    dealer: string;
                    devices: string[] | null;
                    phone: string;
                    /** @default  */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dealer: string;
                        /** @example maintenanceLink_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMaintenanceLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allDevices: boolean;
                        /** Format: date-time */
                        begunAt: string;
                        configure: boolean;
                        devices: {
                            /** @example device_… */
                            id: string;
                            linked: boolean;
                            model: string;
                            serial: string;
                        }[];
                        endedAt: string | null;
                        /** @example maintenanceLink_… */
                        id: string;
                        isNew: boolean;
                        other: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        side: "customer" | "dealer";
                        /** @enum {string} */
                        state: "running" | "ended-by-customer" | "ended-by-dealer" | "expired" | "lapsed";
                        untilOn: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endMaintenanceLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMaintenanceLink: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                link: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    configure: boolean;
                    /** @default  */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    openMaintenanceLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listMaintenanceWindows: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                state?: "planned" | "current" | "past" | "cancelled";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            body: {
                                en: string;
                                ja: string;
                            };
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            html: {
                                en: string;
                                ja: string;
                            };
                            /** @example maintenanceWindow_… */
                            id: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "planned" | "current" | "past" | "cancelled";
                            version: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planMaintenanceWindow: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        en: string;
                        ja: string;
                    };
                    /** Format: date-time */
                    endsAt: string;
                    /** Format: date-time */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example maintenanceWindow_… */
                        id: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past" | "cancelled";
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMaintenanceWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                window: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example maintenanceWindow_… */
                        id: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past" | "cancelled";
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMaintenanceWindow: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
                window: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        en: string;
                        ja: string;
                    };
                    /** Format: date-time */
                    endsAt: string;
                    /** Format: date-time */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example maintenanceWindow_… */
                        id: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past" | "cancelled";
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelMaintenanceWindow: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
                window: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example maintenanceWindow_… */
                        id: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past" | "cancelled";
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endMaintenanceWindow: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
                window: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example maintenanceWindow_… */
                        id: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past" | "cancelled";
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewMaintenanceWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        en: string;
                        ja: string;
                    };
                    /** Format: date-time */
                    endsAt: string;
                    /** Format: date-time */
                    startsAt: string;
                    /** @example maintenanceWindow_… */
                    window?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: {
                            en: string;
                            ja: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listManufacturedDevices: {
        parameters: {
            query?: {
                model?: string;
                orderNumber?: string;
                page?: number;
                pageSize?: number;
                serial?: string;
                sort?: "importedAt" | "-importedAt" | "serial" | "-serial" | "model" | "-model" | "shippedOn" | "-shippedOn" | "orderNumber" | "-orderNumber";
                state?: "free" | "waiting" | "registered" | "locked";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            claimCode: boolean;
                            id: string;
                            /** Format: date-time */
                            importedAt: string;
                            lastCallAt: string | null;
                            model: string;
                            orderNumber: string | null;
                            organization: string | null;
                            serial: string;
                            shippedOn: string | null;
                            /** @enum {string} */
                            state: "free" | "waiting" | "registered" | "locked";
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                role?: "owner" | "manager" | "member" | "viewer";
                sort?: "name" | "-name" | "loginId" | "-loginId" | "mail" | "-mail" | "role" | "-role" | "since" | "-since" | "lastLogin" | "-lastLogin";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example user_… */
                            id: string;
                            lastLogin: string | null;
                            loginId: string;
                            mail: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                            /** Format: date-time */
                            since: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example user_… */
                        id: string;
                        lastLogin: string | null;
                        loginId: string;
                        mail: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "member" | "viewer";
                        /** Format: date-time */
                        since: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "manager" | "member" | "viewer";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getMonthlyReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: number | "last";
                        files: ("xlsx" | "pdf")[];
                        group: string | null;
                        groupGone: boolean;
                        groups: {
                            /** @example deviceGroup_… */
                            id: string;
                            name: string;
                        }[];
                        mail: string | null;
                        next: {
                            /** Format: date-time */
                            at: string;
                            due: boolean;
                            month: string;
                        } | null;
                        on: boolean;
                        timeZone: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMonthlyReport: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    day: number | "last";
                    files: ("xlsx" | "pdf")[];
                    group: string | null;
                    on: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: number | "last";
                        files: ("xlsx" | "pdf")[];
                        group: string | null;
                        groupGone: boolean;
                        groups: {
                            /** @example deviceGroup_… */
                            id: string;
                            name: string;
                        }[];
                        mail: string | null;
                        next: {
                            /** Format: date-time */
                            at: string;
                            due: boolean;
                            month: string;
                        } | null;
                        on: boolean;
                        timeZone: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askMonthlyReport: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            count: number;
                            countCapped: boolean;
                            /** @enum {string} */
                            kind: "alarms" | "silence" | "jobs-failing" | "webhooks-failing" | "licences-over" | "settings-overdue" | "requests-open" | "mails-failed" | "end-reports" | "renewals-open" | "licences-ending" | "toner-low" | "api-keys-ending" | "invitations-over" | "batches-unconfirmed" | "first-device" | "first-registration-key";
                            subject?: string;
                            /** @enum {string} */
                            urgency: "now" | "soon" | "later" | "first";
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listNewsConsents: {
        parameters: {
            query?: {
                news?: "yes" | "no";
                page?: number;
                pageSize?: number;
                sort?: "since" | "-since" | "name" | "-name" | "organization" | "-organization" | "way" | "-way";
                text?: string;
                way?: "sign-up" | "account" | "operator" | "link";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            loginId: string;
                            mail: string;
                            name: string;
                            news: boolean;
                            organization: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            since: string;
                            /** @example user_… */
                            user: string;
                            /** @enum {string} */
                            way: "sign-up" | "account" | "operator" | "link";
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                state?: "planned" | "current" | "past";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            body: {
                                en: string;
                                ja: string;
                            };
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            html: {
                                en: string;
                                ja: string;
                            };
                            /** @example notice_… */
                            id: string;
                            /** @enum {string} */
                            kind: "normal" | "important";
                            /** Format: date-time */
                            startsAt: string;
                            /** @enum {string} */
                            state: "planned" | "current" | "past";
                            title: {
                                en: string;
                                ja: string;
                            };
                            version: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishNotice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        en: string;
                        ja: string;
                    };
                    /** Format: date-time */
                    endsAt: string;
                    /** @enum {string} */
                    kind: "normal" | "important";
                    /** Format: date-time */
                    startsAt: string;
                    title: {
                        en: string;
                        ja: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example notice_… */
                        id: string;
                        /** @enum {string} */
                        kind: "normal" | "important";
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past";
                        title: {
                            en: string;
                            ja: string;
                        };
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example notice_… */
                        id: string;
                        /** @enum {string} */
                        kind: "normal" | "important";
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past";
                        title: {
                            en: string;
                            ja: string;
                        };
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                notice: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        en: string;
                        ja: string;
                    };
                    /** Format: date-time */
                    endsAt: string;
                    /** @enum {string} */
                    kind: "normal" | "important";
                    /** Format: date-time */
                    startsAt: string;
                    title: {
                        en: string;
                        ja: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example notice_… */
                        id: string;
                        /** @enum {string} */
                        kind: "normal" | "important";
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past";
                        title: {
                            en: string;
                            ja: string;
                        };
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                notice: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                notice: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: {
                            en: string;
                            ja: string;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        html: {
                            en: string;
                            ja: string;
                        };
                        /** @example notice_… */
                        id: string;
                        /** @enum {string} */
                        kind: "normal" | "important";
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "current" | "past";
                        title: {
                            en: string;
                            ja: string;
                        };
                        version: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: {
                        en: string;
                        ja: string;
                    };
                    /** Format: date-time */
                    endsAt: string;
                    /** @enum {string} */
                    kind: "normal" | "important";
                    /** @example notice_… */
                    notice?: string;
                    /** Format: date-time */
                    startsAt: string;
                    title: {
                        en: string;
                        ja: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: {
                            en: string;
                            ja: string;
                        };
                        title: {
                            en: string;
                            ja: string;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganizationKinds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: ("dealer" | "customer")[];
                        loginIdKinds: {
                            [key: string]: "mail" | "issued" | "chosen" | "given";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                kind?: "dealer" | "customer";
                page?: number;
                pageSize?: number;
                parent?: string;
                sort?: "name" | "-name" | "kind" | "-kind" | "parent" | "-parent" | "users" | "-users" | "since" | "-since";
                state?: "open" | "closed";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            closedAt: string | null;
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "dealer" | "customer";
                            name: string;
                            parent: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            since: string;
                            users: number | null;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default JP */
                    country?: string;
                    /** @enum {string} */
                    kind: "dealer" | "customer";
                    name: string;
                    owner: {
                        /** @enum {string} */
                        language: "ja" | "en";
                        loginId?: string;
                        mail: string;
                        name: string;
                    };
                    /** @example organization_… */
                    parent?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example organization_… */
                        id: string;
                        /** @example invitation_… */
                        invitation: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        above: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        }[];
                        below: {
                            customers: number;
                            dealers: number;
                        };
                        closedAt: string | null;
                        grants: {
                            /** @enum {string} */
                            cause: "link" | "parent" | "operator";
                            /** @example grant_… */
                            id: string;
                            rights: ("list" | "read" | "configure" | "act-as")[];
                            /** Format: date-time */
                            since: string;
                            to: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            until: string | null;
                        }[];
                        /** @example organization_… */
                        id: string;
                        /** @enum {string} */
                        kind: "dealer" | "customer";
                        mayActAs: boolean;
                        name: string;
                        /** Format: date-time */
                        since: string;
                        users: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewClosing: {
        parameters: {
            query?: {
                successor?: string;
            };
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: number;
                        dealers: number;
                        grants: number;
                        heir: string | null;
                        users: number;
                        words: {
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            stops: boolean;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    seen: number;
                    successor: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    giveGrant: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rights: ("list" | "read" | "configure" | "act-as")[];
                    /** @example organization_… */
                    to: string;
                    until: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example grant_… */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grant: string;
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    moveOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                other: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parent: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listRegistrationKeys: {
        parameters: {
            query?: {
                activationKey?: string;
                deviceId?: string;
                page?: number;
                pageSize?: number;
                sort?: "issuedAt" | "-issuedAt" | "organization" | "-organization" | "deviceId" | "-deviceId" | "activationKey" | "-activationKey" | "productNumber" | "-productNumber" | "purpose" | "-purpose";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activationKey: string;
                            category: string;
                            deviceId: string;
                            installation: [
                                string,
                                string
                            ] | null;
                            /** Format: date-time */
                            issuedAt: string;
                            movedFrom: string | null;
                            movedTo: string | null;
                            organization: string;
                            productNumber: string;
                            purpose: string;
                            registrationKey: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueRegistrationKeys: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activationKeys: {
                        number: string;
                        registrationId: string;
                    }[];
                    category: string;
                    deviceId: string;
                    mail?: {
                        addresses: string[];
                        subject: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        deviceId: string;
                        keys: {
                            activationKey: string;
                            /** Format: date-time */
                            firstIssuedAt: string;
                            productNumber: string;
                            purpose: string;
                            registrationKey: string;
                            /** @enum {string} */
                            state: "new" | "issued-before";
                        }[];
                        mailedTo: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportIssueHistory: {
        parameters: {
            query?: {
                from?: string;
                page?: number;
                pageSize?: number;
                sort?: "issuedAt" | "-issuedAt" | "organization" | "-organization" | "deviceId" | "-deviceId" | "activationKey" | "-activationKey" | "productNumber" | "-productNumber" | "purpose" | "-purpose";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issued: number;
                        items: {
                            activationKey: string;
                            category: string;
                            deviceId: string;
                            installation: [
                                string,
                                string
                            ] | null;
                            /** Format: date-time */
                            issuedAt: string;
                            organization: string;
                            productNumber: string;
                            purpose: string;
                            registrationKey: string;
                            shownAgain: number;
                            user: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    loadInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deviceId: string;
                        lines: [
                            string,
                            string
                        ] | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    storeInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deviceId: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: [
                        string,
                        string
                    ];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    reviewRegistrationKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    activationKeys: {
                        number: string;
                        registrationId: string;
                    }[];
                    category: string;
                    deviceId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            firstIssuedAt: string | null;
                            number: string;
                            productNumber: string;
                            purpose: string;
                            /** @enum {string} */
                            state: "new" | "issued-before";
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportIssueTotals: {
        parameters: {
            query?: {
                from?: string;
                page?: number;
                pageSize?: number;
                sort?: "day" | "-day" | "organization" | "-organization" | "category" | "-category" | "productNumber" | "-productNumber" | "count" | "-count";
                to?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issued: number;
                        items: {
                            category: string;
                            count: number;
                            /** Format: date */
                            day: string;
                            organization: string;
                            productNumber: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReportingZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: {
                            /** Format: date-time */
                            from: string;
                            timeZone: string;
                        } | null;
                        siteZone: string;
                        timeZone: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeReportingZone: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    timeZone: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: {
                            /** Format: date-time */
                            from: string;
                            timeZone: string;
                        } | null;
                        siteZone: string;
                        timeZone: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSiteDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            agreedToBy: "people" | "browsers" | "nobody";
                            /** @enum {string} */
                            document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                            met: ("before-login-page" | "before-form" | "before-password" | "after-first-login" | "linked")[];
                            owing: number | null;
                            versions: {
                                agreed: number | null;
                                languages: ("ja" | "en")[];
                                /** @enum {string} */
                                state: "coming" | "in-force" | "former";
                                /**
                                 * Format: date
                                 * @description The day from which it counts
                                 */
                                version: string;
                            }[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listToner: {
        parameters: {
            query?: {
                colour?: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                group?: string | "none";
                manager?: "none";
                page?: number;
                pageSize?: number;
                sort?: "name" | "-name" | "serial" | "-serial" | "model" | "-model" | "building" | "-building" | "group" | "-group" | "supply" | "-supply" | "level" | "-level" | "emptyOn" | "-emptyOn" | "refilledOn" | "-refilledOn" | "manager" | "-manager";
                state?: "low" | "soon";
                text?: string;
                within?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string | null;
                            building: string;
                            /** @enum {string} */
                            colour: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                            days: number;
                            /** @example device_… */
                            device: string;
                            forecast: {
                                /** Format: date */
                                day: string;
                                /** Format: date */
                                earliest: string;
                                /** @constant */
                                kind: "day";
                                latest: string | null;
                            } | {
                                /** @constant */
                                kind: "unknown";
                                /** @enum {string} */
                                reason: "no-level" | "few-days" | "no-use" | "far";
                            };
                            group: string | null;
                            level: number | null;
                            low: boolean;
                            manager: {
                                mail: string;
                                name: string;
                                /** @example user_… */
                                user: string;
                            } | null;
                            model: string;
                            name: string;
                            order: string | null;
                            place: string;
                            refilledOn: string | null;
                            serial: string;
                            supply: string;
                            supplyName: {
                                en: string;
                                ja: string;
                            };
                            usual: number | null;
                        }[];
                        page: number;
                        pageSize: number;
                        timeZone: string;
                        total: number;
                        totalCapped: boolean;
                        withoutManager: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showTonerOfDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        candidates: {
                            mail: string;
                            name: string;
                            /** @example user_… */
                            user: string;
                        }[];
                        history: {
                            /** Format: date */
                            day: string;
                            levels: (number | null)[];
                        }[];
                        manager: {
                            mail: string;
                            name: string;
                            /** @example user_… */
                            user: string;
                        } | null;
                        mayChoose: boolean;
                        supplies: {
                            at: string | null;
                            /** @enum {string} */
                            colour: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                            days: number;
                            forecast: {
                                /** Format: date */
                                day: string;
                                /** Format: date */
                                earliest: string;
                                /** @constant */
                                kind: "day";
                                latest: string | null;
                            } | {
                                /** @constant */
                                kind: "unknown";
                                /** @enum {string} */
                                reason: "no-level" | "few-days" | "no-use" | "far";
                            };
                            level: number | null;
                            low: boolean;
                            name: {
                                en: string;
                                ja: string;
                            };
                            order: string | null;
                            refilledOn: string | null;
                            supply: string;
                            usual: number | null;
                        }[];
                        timeZone: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseTonerManager: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                device: string;
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    user: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: string;
                        name: string;
                        /** @example user_… */
                        user: string;
                    } | null;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTonerOrder: {
        parameters: {
            query?: {
                group?: string | "none";
                within?: number;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            colour: "black" | "cyan" | "magenta" | "yellow" | "matteBlack" | "grey" | "lightCyan" | "lightMagenta";
                            devices: number;
                            low: number;
                            model: string;
                            name: {
                                en: string;
                                ja: string;
                            };
                            order: string | null;
                            pieces: number;
                            soon: number;
                            supply: string;
                        }[];
                        pieces: number;
                        within: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                side?: "given" | "received" | "onlooker";
                sort?: "begunAt" | "-begunAt" | "expiresAt" | "-expiresAt" | "serial" | "-serial" | "model" | "-model";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            begunAt: string;
                            /** @enum {string} */
                            cause: "offer" | "order";
                            /** @example device_… */
                            device: string;
                            endedAt: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            from: string | null;
                            /** @example transfer_… */
                            id: string;
                            model: string;
                            /** Format: date-time */
                            opensAt: string;
                            reason: string | null;
                            serial: string;
                            /** @enum {string} */
                            side: "given" | "received" | "onlooker";
                            /** @enum {string} */
                            state: "waiting" | "open" | "accepted" | "declined" | "withdrawn" | "cancelled" | "overtaken" | "expired";
                            to: string | null;
                            type: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                transfer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        /** @enum {string} */
                        cause: "offer" | "order";
                        dealers: {
                            /** @example organization_… */
                            id: string;
                            name: string;
                        }[] | null;
                        /** @example device_… */
                        device: string;
                        endedAt: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        follows: {
                            keys: boolean;
                            purchasedOn: string | null;
                            warrantyUntil: string | null;
                        } | null;
                        from: string | null;
                        /** @example transfer_… */
                        id: string;
                        model: string;
                        /** Format: date-time */
                        opensAt: string;
                        reason: string | null;
                        serial: string;
                        /** @enum {string} */
                        side: "given" | "received" | "onlooker";
                        /** @enum {string} */
                        state: "waiting" | "open" | "accepted" | "declined" | "withdrawn" | "cancelled" | "overtaken" | "expired";
                        to: string | null;
                        type: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                transfer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                transfer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    dealers?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example device_… */
                        device: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                transfer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                state?: "on" | "failing" | "off" | "gone" | "given-up" | "stopped";
                text?: string;
            };
            header?: never;
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            failingSince: string | null;
                            formerUntil: string | null;
                            /** @example webhook_… */
                            id: string;
                            kinds: ("devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded")[];
                            lastAt: string | null;
                            lastStatus: number | null;
                            maker: string;
                            name: string;
                            /** @enum {string} */
                            state: "on" | "failing" | "off" | "gone" | "given-up" | "stopped";
                            url: string;
                        }[];
                        kinds: ("devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded")[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makeWebhook: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds: ("devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded")[];
                    name: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example webhook_… */
                        id: string;
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        failingSince: string | null;
                        formerUntil: string | null;
                        /** @example webhook_… */
                        id: string;
                        kinds: ("devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded")[];
                        lastAt: string | null;
                        lastStatus: number | null;
                        maker: string;
                        name: string;
                        /** @enum {string} */
                        state: "on" | "failing" | "off" | "gone" | "given-up" | "stopped";
                        url: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was seen */
                "If-Match": string;
            };
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds: ("devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded")[];
                    name: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                page?: number;
                pageSize?: number;
                state?: "due" | "taken" | "failed" | "withheld";
            };
            header?: never;
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            attempts: {
                                answer: string;
                                /** Format: date-time */
                                at: string;
                                fault: ("address" | "name" | "refused" | "certificate" | "time" | "connection") | null;
                                status: number | null;
                                tookMs: number;
                            }[];
                            /** @example event_… */
                            event: string;
                            nextTryAt: string | null;
                            /** @enum {string} */
                            state: "due" | "taken" | "failed" | "withheld";
                            tries: number;
                            /** @enum {string} */
                            type: "devices.registered" | "devices.registered-by-file" | "devices.changed" | "devices.replaced" | "devices.end-reported" | "devices.end-withdrawn" | "devices.end-declined" | "devices.ended" | "devices.released" | "devices.claim-released" | "transfers.offered" | "transfers.ordered" | "transfers.accepted" | "transfers.ended" | "alarms.raised" | "alarms.flapping" | "alarms.reminder" | "alarms.cleared" | "alarms.acknowledged" | "device-settings.asked" | "device-settings.answered" | "device-settings.changed-at-device" | "device-settings.ended" | "device-settings.overdue" | "toner.low" | "toner.refilled" | "registration-keys.issued" | "registration-keys.issued-by-file" | "licences.assigned" | "licences.placed" | "licences.moved" | "licences.freed" | "licences.taken-over" | "licences.expired" | "licences.planned" | "licences.plan-failed" | "licences.plan-cancelled" | "licences.ordered" | "licences.passed-on" | "licences.returned" | "licences.refunded";
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                        totalCapped: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendWebhookAnew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    switchWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization: string;
                site: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string;
                        /** Format: date-time */
                        at: string;
                        fault: ("address" | "name" | "refused" | "certificate" | "time" | "connection") | null;
                        status: number | null;
                        tookMs: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkPasswordLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: {
                            documents: {
                                /** @enum {string} */
                                document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                                /** Format: date */
                                version: string;
                            }[];
                            phone: boolean;
                        };
                        /** Format: date-time */
                        expiresAt: string;
                        loginId: string;
                        secondFactor: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    provePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    loginId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passwordToken: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agreed?: {
                        /** @enum {string} */
                        document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                        /** Format: date */
                        version: string;
                    }[];
                    password: string;
                    phone?: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    lookUpPostalCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postalCode: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        places: {
                            city: string;
                            prefecture: string;
                            street: string;
                            town: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    loginId: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    updateSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language?: "ja" | "en";
                    pageSize?: 10 | 25 | 50 | 100;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    logInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description AuthenticationResponseJSON of WebAuthn */
                    response: {
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        id: string;
                        rawId: string;
                        response: {
                            authenticatorData: string;
                            clientDataJSON: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                        /** @constant */
                        type: "public-key";
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What navigator.credentials wants, as JSON */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newPassword: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt: string;
                        kinds: ("passkey" | "totp" | "recovery-code")[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @constant */
                    kind: "totp";
                } | {
                    code: string;
                    /** @constant */
                    kind: "recovery-code";
                } | {
                    /** @constant */
                    kind: "passkey";
                    /** @description AuthenticationResponseJSON of WebAuthn */
                    response: {
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        id: string;
                        rawId: string;
                        response: {
                            authenticatorData: string;
                            clientDataJSON: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                        /** @constant */
                        type: "public-key";
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acting: {
                            by: {
                                /** @example organization_… */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
                        idleMinutes: number;
                        organization: {
                            /** @example organization_… */
                            id: string;
                            /** @enum {string} */
                            kind: "maker" | "dealer" | "customer";
                            name: string;
                        };
                        owed: ("consent" | "password" | "customer-data" | "second-factor")[];
                        passwordDaysLeft: number | null;
                        permissions: ("organization:change" | "accounts:read" | "accounts:change" | "accounts:create" | "registration-keys:read" | "registration-keys:issue" | "activation-keys:read" | "activation-keys:import" | "notices:manage" | "maintenance:manage" | "activation-keys:generate" | "registration-keys:move" | "imports:read" | "own-account:use" | "members:read" | "members:manage" | "ownership:hand-over" | "organization:close" | "organizations:read" | "organizations:create" | "organizations:manage" | "acting:start" | "acting:read" | "audit:read" | "devices:read" | "devices:register" | "devices:change" | "devices:club" | "devices:transfer" | "devices:manage" | "manufactured-devices:read" | "manufactured-devices:import" | "unlock-codes:read" | "readings:read" | "power-flow:read" | "readings:manage" | "counters:read" | "counters:correct" | "toner:read" | "toner:change" | "departments:read" | "departments:change" | "device-groups:change" | "device-settings:read" | "device-settings:change" | "maintenance-addresses:read" | "maintenance-addresses:change" | "alarms:read" | "alarms:acknowledge" | "alarms:manage" | "mail-notices:use" | "mail-notices:manage" | "monthly-reports:use" | "maintenance-links:read" | "maintenance-links:manage" | "licences:read" | "licence-renewals:read" | "licences:assign" | "licences:pass-on" | "licences:place" | "licence-orders:manage" | "licences:rehearse" | "customers:read" | "customers:correct" | "api-keys:manage" | "webhooks:manage" | "contact-requests:ask" | "contact-requests:answer" | "mailings:send")[];
                        previousLoginAt: string | null;
                        secondFactor: boolean;
                        temporaryPassword: boolean;
                        user: {
                            /** @example user_… */
                            id: string;
                            /** @enum {string} */
                            language: "ja" | "en";
                            loginId: string;
                            mail: string;
                            name: string;
                            pageSize: number;
                            /** @enum {string} */
                            role: "owner" | "manager" | "member" | "viewer";
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askPasskeyForSecondStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What navigator.credentials wants, as JSON */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeShopMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dealer: string;
                    /** @constant */
                    kind: "order";
                    lines: {
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                    number: string;
                    /** Format: date */
                    orderedOn: string;
                } | {
                    /** @constant */
                    kind: "refund";
                    lines?: {
                        quantity: number;
                        termMonths: number;
                        type: string;
                    }[];
                    number: string;
                    order: string;
                } | {
                    /** @constant */
                    kind: "test";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refunded?: {
                            asked: number;
                            assigned: number;
                            passedOn: number;
                            refunded: number;
                            termMonths: number;
                            type: string;
                        }[];
                        /** @enum {string} */
                        state: "stored" | "before" | "heard";
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agreed: {
                        /** @enum {string} */
                        document: "terms" | "privacy-consent" | "privacy-policy" | "cookie-notice" | "cookie-policy" | "manual";
                        /** Format: date */
                        version: string;
                    }[];
                    /** @enum {string} */
                    language: "ja" | "en";
                    /** @enum {string} */
                    organization?: "dealer" | "customer";
                    password?: string;
                    values: {
                        [key: string]: string | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        loginId: string | null;
                        mail: string;
                        /** @enum {string} */
                        proof: "link" | "code";
                        /** @example signUp_… */
                        signUp: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proveSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signUp: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passwordToken: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resendSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signUp: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    checkWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: string;
                        loginId: string;
                        /** @enum {string} */
                        state: "pending" | "account";
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            brand: {
                                colour: string;
                            };
                            id: string;
                            name: {
                                en: string;
                                ja: string;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
