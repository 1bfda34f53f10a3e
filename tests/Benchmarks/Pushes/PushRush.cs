using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;

namespace Benchmarks.Pushes;

/// <summary>Three thousand pushes that are due in the same minute, in virtual time.</summary>
static class PushRush
{
    const int Groups = 3_000;

    static readonly TimeSpan MaxRealTime = TimeSpan.FromSeconds(30);
    static readonly TimeSpan MaxLateness = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await using var brand = await PushBrand.StartAsync(Groups);
        var prepared = Stopwatch.GetElapsedTime(began);

        // Due work is handed over in the minute before it is due.
        var started = Stopwatch.GetTimestamp();
        await brand.Client.AdvanceToAsync(PushBrand.DueAt + MaxLateness);
        var took = Stopwatch.GetElapsedTime(started);

        var pushes = await brand.PushesAsync(PushBrand.DueAt);
        var lateness = pushes
            .Where(push => push.GetProperty("state").GetString() == "Sent")
            .Select(push => (push.GetProperty("sentAt").GetDateTimeOffset() - PushBrand.DueAt).TotalSeconds)
            .ToList();
        var isComplete = lateness.Count == Groups;
        return
        [
            new Figure(
                $"{Groups} pushes of one minute, handed over in real time",
                string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxRealTime.TotalSeconds:0} s"),
                isComplete && took <= MaxRealTime,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lateness.Count} sent of {pushes.Count} planned; {Groups} groups and their calendars took "
                    + $"{prepared.TotalSeconds:0.0} s before")),
            new Figure(
                $"{Groups} pushes of one minute, sent after it in virtual time",
                string.Create(CultureInfo.InvariantCulture, $"{lateness.DefaultIfEmpty().Max():0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxLateness.TotalSeconds:0} s"),
                isComplete && lateness.Max() <= MaxLateness.TotalSeconds,
                string.Create(
                    CultureInfo.InvariantCulture, $"median {new Sample([.. lateness.DefaultIfEmpty()]).Median:0.0} s")),
        ];
    }
}
