using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The names of steps in statuses.</summary>
static class ConversionStepNames
{
    public const string Ending = "ending";

    public static string WaitFor(ConversionStep? step) => step switch
    {
        ConversionStep.WarmUp => "awaiting-warm-up",
        ConversionStep.Link => "awaiting-link",
        ConversionStep.LastCall => "awaiting-last-call",
        ConversionStep.Closing => "awaiting-closing",
        _ => Ending,
    };
}
