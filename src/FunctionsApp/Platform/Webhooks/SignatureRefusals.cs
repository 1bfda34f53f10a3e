using System.Globalization;

namespace FunctionsApp.Platform.Webhooks;

/// <summary>The reasons of refused signatures, for the sender.</summary>
public static class SignatureRefusals
{
    static readonly TimeSpan Tolerance = StandardWebhooks.Tolerance;

    public static string Describe(SignatureCheck check) => check switch
    {
        SignatureCheck.MissingHeader missing => $"{missing.Name} is missing.",
        SignatureCheck.MalformedHeader malformed => $"{malformed.Name} is malformed.",
        SignatureCheck.BadTimestamp => $"{StandardWebhookHeaders.TimestampName} must be seconds since 1970.",
        SignatureCheck.TooOld or SignatureCheck.TooNew => string.Create(
            CultureInfo.InvariantCulture,
            $"{StandardWebhookHeaders.TimestampName} is more than {Tolerance.TotalMinutes} minutes from now."),
        _ => $"{StandardWebhookHeaders.SignatureName} matches no secret.",
    };
}
