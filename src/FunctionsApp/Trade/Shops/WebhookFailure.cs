namespace FunctionsApp.Trade.Shops;

/// <summary>Why a message of a shop was refused, or could not be taken for what it should be.</summary>
public enum FailureReason
{
    /// <summary>No secret of the shop signed it.</summary>
    WrongSignature,

    /// <summary>A header, or the field with the signature, is missing.</summary>
    MissingHeader,

    /// <summary>A header is there twice, or holds what no shop writes.</summary>
    MalformedHeader,

    /// <summary>It was signed too long ago, or in the future.</summary>
    WrongTime,

    /// <summary>Its body is too large.</summary>
    TooLarge,

    /// <summary>It is genuine, and does not say what its kind has to.</summary>
    Unreadable,

    /// <summary>It is genuine, and gives back another currency than was paid.</summary>
    MixedCurrencies,
}

/// <summary>One kind of failure as it happens; the detail never holds anything that a message brought.</summary>
public sealed record FailureKey(string Shop, FailureReason Reason, string Detail);

/// <summary>A shop's failures of one kind on one day (UTC): how many, and what the last one was. No bodies, no secrets, and one row however many they are.</summary>
public sealed record WebhookFailure(string Day, string Shop, FailureReason Reason, long Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, string LastDetail);
