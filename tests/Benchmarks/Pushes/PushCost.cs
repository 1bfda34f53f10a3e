using System.Globalization;
using Benchmarks.Figures;
using TestSupport.HostCosts;

namespace Benchmarks.Pushes;

/// <summary>
/// Storage round trips of a push that is sent at once, by the price list of the host, where a group gets three a day:
/// the first message of a day to a group has one more. From the morning to the evening nothing else happens; a day has
/// the planning as well.
/// </summary>
static class PushCost
{
    const int Groups = 100;
    const int PushesPerDay = 3;
    const int Pushes = Groups * PushesPerDay;
    const int Max = 8;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var brand = await PushBrand.StartAsync(Groups, PushesPerDay);
        await using var idle = await PushBrand.StartAsync(Groups, pushesPerDay: 0);
        var evening = PushBrand.Start.AddHours(12);
        var sending = await DifferenceAsync(brand, idle, evening);
        await Console.Out.WriteLineAsync($"a push from its due minute to its end\n{sending.ToLines()}\n");
        var sent = (await brand.PushesAsync(PushBrand.Start, evening))
            .Count(push => push.GetProperty("state").GetString() == "Sent");
        var day = await DifferenceAsync(brand, idle, evening.AddDays(1));
        await Console.Out.WriteLineAsync($"a push with the planning of one day\n{day.ToLines()}\n");
        return
        [
            new Figure(
                "Storage round trips of a push",
                Text(sending.Requests),
                string.Create(CultureInfo.InvariantCulture, $"<= {Max}"),
                sending.Requests <= Max && sent == Pushes,
                $"{sending.SumByKind()}, the simulated channel's own row included; {sent} of {Pushes} pushes sent"),
            Figure.ForInformation(
                "Storage round trips of a push and of the daily planning of its group",
                Text(day.Requests),
                day.SumByKind()),
        ];
    }

    // Timer functions cost the same without the plan.
    static async Task<HostCost> DifferenceAsync(PushBrand brand, PushBrand idle, DateTimeOffset until) =>
        (await CostUntilAsync(brand, until)).DifferenceTo(await CostUntilAsync(idle, until), Pushes);

    static async Task<HostCost> CostUntilAsync(PushBrand brand, DateTimeOffset until)
    {
        var before = brand.Cost;
        await brand.Client.AdvanceToAsync(until);
        return brand.Cost.DifferenceTo(before, units: 1);
    }

    static string Text(double requests) => requests.ToString("0.0", CultureInfo.InvariantCulture);
}
