using Benchmarks.Figures;

namespace Benchmarks.Pushes;

/// <summary>The figures of content pushes.</summary>
static class PushFigures
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync() =>
    [
        .. await PushCost.MeasureAsync(),
        .. await PushRush.MeasureAsync(),
        .. await QuietMinutes.MeasureAsync(),
        .. await PushMonth.MeasureAsync(),
    ];
}
