using System.Globalization;

namespace FunctionsApp.Platform.Webhooks;

/// <summary>Why a message of the scheme was refused, in words for its sender.</summary>
public static class SignatureRefusals
{
    /// <summary>The reason.</summary>
    public static string Describe(SignatureCheck check) => check switch
    {
        SignatureCheck.MissingHeader missing => $"{missing.Name} is missing.",
        SignatureCheck.MalformedHeader malformed => $"{malformed.Name} is malformed.",
        SignatureCheck.BadTimestamp => $"{StandardWebhookHeaders.TimestampName} must be seconds since 1970.",
        SignatureCheck.TooOld or SignatureCheck.TooNew => string.Create(
            CultureInfo.InvariantCulture, $"{StandardWebhookHeaders.TimestampName} is more than {StandardWebhooks.Tolerance.TotalMinutes} minutes from now."),
        _ => $"{StandardWebhookHeaders.SignatureName} matches no secret.",
    };
}
