using System.Globalization;
using Benchmarks.Figures;
using TestSupport.HostCosts;

namespace Benchmarks.Pushes;

/// <summary>
/// Storage round trips of a push that is sent at once, by the price list of the host. Between the minute before it is
/// due and its end nothing else happens; a day has its planning as well.
/// </summary>
static class PushCost
{
    const int Groups = 100;
    const int Max = 8;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var brand = await PushBrand.StartAsync(Groups);
        await using var idle = await PushBrand.StartAsync(Groups, pushesPerDay: 0);
        var sending = await DifferenceAsync(brand, idle, PushBrand.DueAt.AddMinutes(5));
        await Console.Out.WriteLineAsync($"a push from its due minute to its end\n{sending.ToLines()}\n");
        var sent = (await brand.PushesAsync(PushBrand.DueAt))
            .Count(push => push.GetProperty("state").GetString() == "Sent");
        var day = await DifferenceAsync(brand, idle, PushBrand.DueAt.AddDays(1).AddMinutes(5));
        await Console.Out.WriteLineAsync($"a push with the planning of one day\n{day.ToLines()}\n");
        return
        [
            new Figure(
                "Storage round trips of a push",
                Text(sending.Requests),
                string.Create(CultureInfo.InvariantCulture, $"<= {Max}"),
                sending.Requests <= Max && sent == Groups,
                $"{sending.SumByKind()}, the simulated channel's own row included; {sent} of {Groups} pushes sent"),
            Figure.ForInformation(
                "Storage round trips of a push and of the daily planning of its group",
                Text(day.Requests),
                day.SumByKind()),
        ];
    }

    // Timer functions cost the same without the plan.
    static async Task<HostCost> DifferenceAsync(PushBrand brand, PushBrand idle, DateTimeOffset until) =>
        (await CostUntilAsync(brand, until)).DifferenceTo(await CostUntilAsync(idle, until), Groups);

    static async Task<HostCost> CostUntilAsync(PushBrand brand, DateTimeOffset until)
    {
        var before = brand.Cost;
        await brand.Client.AdvanceToAsync(until);
        return brand.Cost.DifferenceTo(before, units: 1);
    }

    static string Text(double requests) => requests.ToString("0.0", CultureInfo.InvariantCulture);
}
