using System.Diagnostics;
using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The names of steps in statuses and in the ledger.</summary>
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

    public static string InLedger(ConversionStep step) => step switch
    {
        ConversionStep.WarmUp => "warm-up",
        ConversionStep.Link => "link",
        ConversionStep.LastCall => "last-call",
        ConversionStep.Closing => "closing",
        _ => throw new UnreachableException(),
    };
}
