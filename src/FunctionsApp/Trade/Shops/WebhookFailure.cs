namespace FunctionsApp.Trade.Shops;

/// <summary>Why a message of a shop is refused or not recorded.</summary>
public enum FailureReason
{
    /// <summary>The signature matches no secret of the shop.</summary>
    WrongSignature,

    /// <summary>A header or the field with the signature is missing.</summary>
    MissingHeader,

    /// <summary>A header is repeated or malformed.</summary>
    MalformedHeader,

    /// <summary>The signature is too old or in the future.</summary>
    WrongTime,

    /// <summary>The body is too large.</summary>
    TooLarge,

    /// <summary>The message is genuine, but a field is missing or invalid.</summary>
    Unreadable,

    /// <summary>The message is genuine, but a refund is in another currency than the payment.</summary>
    MixedCurrencies,

    /// <summary>The message is genuine, but its order has more refunds than can be kept.</summary>
    TooManyRefunds,
}

/// <summary>One kind of failure. The detail never holds content of the message.</summary>
public sealed record FailureKey(string Shop, FailureReason Reason, string Detail);

/// <summary>
/// The failures of a shop with one reason on one day (UTC): one row for any number of failures, without bodies and
/// secrets.
/// </summary>
public sealed record WebhookFailure(
    string Day,
    string Shop,
    FailureReason Reason,
    long Count,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    string LastDetail);
