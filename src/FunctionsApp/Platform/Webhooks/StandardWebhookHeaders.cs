namespace FunctionsApp.Platform.Webhooks;

/// <summary>The three headers of a Standard Webhooks message as they arrived; null where one is absent.</summary>
public sealed record StandardWebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    /// <summary>The header that names the message; a sender repeats it when it sends the message again.</summary>
    public const string IdName = "webhook-id";

    /// <summary>The header with the moment of sending, in seconds since 1970.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>The header with the signatures, separated by spaces.</summary>
    public const string SignatureName = "webhook-signature";

    /// <summary>Reads the headers by name.</summary>
    public static StandardWebhookHeaders From(Func<string, string?> header) =>
        new(header(IdName), header(TimestampName), header(SignatureName));
}
