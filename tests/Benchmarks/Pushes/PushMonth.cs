using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;

namespace Benchmarks.Pushes;

/// <summary>Thirty days of a brand with three pushes a day in each group, in virtual time.</summary>
static class PushMonth
{
    const int Groups = 200;
    const int PushesPerDay = 3;
    const int Days = 30;

    static readonly TimeSpan MaxRealTime = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var brand = await PushBrand.StartAsync(Groups, PushesPerDay);
        var (before, started) = (brand.Cost, Stopwatch.GetTimestamp());
        await brand.Client.AdvanceToAsync(PushBrand.Start.AddDays(Days));
        var took = Stopwatch.GetElapsedTime(started);

        var cost = brand.Cost.DifferenceTo(before, Groups * PushesPerDay * Days);
        await Console.Out.WriteLineAsync($"a push of a month, with all timers\n{cost.ToLines()}\n");
        var sent = 0;
        for (var day = 0; day < Days; day++) sent += await SentOnAsync(brand, day);
        return
        [
            new Figure(
                $"{Days} virtual days of {Groups} groups with {PushesPerDay} pushes a day, in real time",
                string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxRealTime.TotalSeconds:0} s"),
                sent == Groups * PushesPerDay * Days && took <= MaxRealTime,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sent} sent; {took.TotalMilliseconds / sent:0.00} ms and {cost.Requests:0.0} requests each")),
        ];
    }

    static async Task<int> SentOnAsync(PushBrand brand, int day)
    {
        var from = PushBrand.Start.AddDays(day);
        return (await brand.PushesAsync(from, from.AddDays(1)))
            .Count(push => push.GetProperty("state").GetString() == "Sent");
    }
}
