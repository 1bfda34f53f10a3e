using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Steps by the names that statuses show.</summary>
static class ConversionStepNames
{
    /// <summary>Nothing more is said.</summary>
    public const string Ending = "ending";

    /// <summary>What is waited for.</summary>
    public static string Awaiting(ConversionStep? step) => step switch
    {
        ConversionStep.WarmUp => "awaiting-warm-up",
        ConversionStep.Link => "awaiting-link",
        ConversionStep.LastCall => "awaiting-last-call",
        ConversionStep.Closing => "awaiting-closing",
        _ => Ending,
    };
}
