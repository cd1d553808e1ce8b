//! The numbers of properties that are used here ([MS-OXPROPS]).

pub(crate) const MESSAGE_CLASS: u16 = 0x001A;
pub(crate) const SUBJECT: u16 = 0x0037;
pub(crate) const CLIENT_SUBMIT_TIME: u16 = 0x0039;
pub(crate) const SUBJECT_PREFIX: u16 = 0x003D;
pub(crate) const SENT_REPRESENTING_NAME: u16 = 0x0042;
pub(crate) const REPLY_RECIPIENT_NAMES: u16 = 0x0050;
pub(crate) const SENT_REPRESENTING_EMAIL: u16 = 0x0065;
pub(crate) const TRANSPORT_HEADERS: u16 = 0x007D;
pub(crate) const RECIPIENT_TYPE: u16 = 0x0C15;
pub(crate) const SENDER_NAME: u16 = 0x0C1A;
pub(crate) const SENDER_EMAIL: u16 = 0x0C1F;
pub(crate) const DISPLAY_BCC: u16 = 0x0E02;
pub(crate) const DISPLAY_CC: u16 = 0x0E03;
pub(crate) const DISPLAY_TO: u16 = 0x0E04;
pub(crate) const DELIVERY_TIME: u16 = 0x0E06;
pub(crate) const MESSAGE_FLAGS: u16 = 0x0E07;
pub(crate) const NORMALIZED_SUBJECT: u16 = 0x0E1D;
pub(crate) const BODY: u16 = 0x1000;
pub(crate) const RTF_COMPRESSED: u16 = 0x1009;
pub(crate) const HTML: u16 = 0x1013;
pub(crate) const MESSAGE_ID: u16 = 0x1035;
pub(crate) const REFERENCES: u16 = 0x1039;
pub(crate) const IN_REPLY_TO: u16 = 0x1042;
pub(crate) const DISPLAY_NAME: u16 = 0x3001;
pub(crate) const EMAIL_ADDRESS: u16 = 0x3003;
pub(crate) const CREATION_TIME: u16 = 0x3007;
pub(crate) const LAST_MODIFICATION_TIME: u16 = 0x3008;
pub(crate) const ATTACH_DATA: u16 = 0x3701;
pub(crate) const ATTACH_FILENAME: u16 = 0x3704;
pub(crate) const ATTACH_METHOD: u16 = 0x3705;
pub(crate) const ATTACH_LONG_FILENAME: u16 = 0x3707;
pub(crate) const ATTACH_MIME_TAG: u16 = 0x370E;
pub(crate) const SMTP_ADDRESS: u16 = 0x39FE;
pub(crate) const INTERNET_CODEPAGE: u16 = 0x3FDE;
pub(crate) const MESSAGE_LOCALE: u16 = 0x3FF1;
pub(crate) const MESSAGE_CODEPAGE: u16 = 0x3FFD;
pub(crate) const SENDER_SMTP: u16 = 0x5D01;
pub(crate) const SENT_REPRESENTING_SMTP: u16 = 0x5D02;

/// Texts that are told beside the header, by their names without the prefix `PidTag`.
pub(super) const TEXTS: &[(u16, &str)] = &[
    (MESSAGE_CLASS, "MessageClass"),
    (0x0070, "ConversationTopic"),
    (0x3FF8, "CreatorName"),
    (0x3FFA, "LastModifierName"),
    (0x0040, "ReceivedByName"),
    (0x0076, "ReceivedByEmailAddress"),
];

/// Moments that are told.
pub(super) const TIMES: &[(u16, &str)] = &[
    (CLIENT_SUBMIT_TIME, "ClientSubmitTime"),
    (DELIVERY_TIME, "MessageDeliveryTime"),
    (CREATION_TIME, "CreationTime"),
    (LAST_MODIFICATION_TIME, "LastModificationTime"),
    (0x1082, "LastVerbExecutionTime"),
    (0x0060, "StartDate"),
    (0x0061, "EndDate"),
];

/// Numbers that are told.
pub(super) const NUMBERS: &[(u16, &str)] =
    &[(0x0017, "Importance"), (0x0036, "Sensitivity"), (0x1081, "LastVerbExecuted")];

/// What stands on a card: part of its page, since people search for it.
pub(super) const CARD: &[(u16, &str)] = &[
    (0x3A06, "GivenName"),
    (0x3A44, "MiddleName"),
    (0x3A11, "Surname"),
    (0x3A4F, "Nickname"),
    (0x3A16, "CompanyName"),
    (0x3A17, "Title"),
    (0x3A18, "DepartmentName"),
    (0x3A08, "BusinessTelephoneNumber"),
    (0x3A1B, "Business2TelephoneNumber"),
    (0x3A09, "HomeTelephoneNumber"),
    (0x3A2F, "Home2TelephoneNumber"),
    (0x3A1C, "MobileTelephoneNumber"),
    (0x3A1F, "OtherTelephoneNumber"),
    (0x3A1A, "PrimaryTelephoneNumber"),
    (0x3A24, "BusinessFaxNumber"),
    (0x3A15, "PostalAddress"),
    (0x3A29, "StreetAddress"),
    (0x3A27, "Locality"),
    (0x3A26, "Country"),
    (0x3A51, "BusinessHomePage"),
];
