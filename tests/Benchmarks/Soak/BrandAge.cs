using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace Benchmarks.Soak;

/// <summary>
/// A hundred equal days of a brand in virtual time, with rows kept for a month. The cost of a day must not follow the
/// age of the store: from the second month on each day deletes as much as it leaves to delete.
/// </summary>
static class BrandAge
{
    const int Days = 100;

    // The first day has nothing to end or delete; the fortieth has both, as has each day after it.
    const int Steady = 40;

    // The days are averaged, because a few requests of a day depend on chance.
    const int Average = 5;
    const double Tolerance = 0.05;
    const double MaxToFirst = 1.2;

    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        var store = folder.Path("local.db");
        await using var app = await InProcessApp.StartAsync(store, Start, BrandDay.Settings);
        using var client = new OperatorClient(app.Address);
        List<Cost> days = [];
        for (var day = 0; day < Days; day++)
        {
            var (trips, bytes) = (StorageTransactions.Embedded, SizeOf(store));
            await new BrandDay(client, Start.AddDays(day), day).PlayAsync();
            days.Add(new Cost(StorageTransactions.Embedded - trips, SizeOf(store) - bytes));
        }

        var (first, steady, last) = (At(days, 1), At(days, Steady), At(days, Days));
        return
        [
            RatioOf($"Storage round trips of day {Days} to day {Steady}", steady, last, 1 + Tolerance),
            RatioOf($"Storage round trips of day {Days} to day 1", first, last, MaxToFirst),
            Figure.ForInformation(
                $"Bytes that day {Days} leaves in the store",
                Format($"{last.Bytes / 1024:0} KB"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"day 1 {first.Bytes / 1024:0} KB, day {Steady} {steady.Bytes / 1024:0} KB; the store has "
                    + $"{SizeOf(store) / 1024.0 / 1024:0.0} MB after {Days} days")),
        ];
    }

    static Figure RatioOf(string name, Cost before, Cost after, double limit)
    {
        var ratio = after.Trips / before.Trips;
        return new Figure(
            name,
            ratio.ToString("0.00", CultureInfo.InvariantCulture),
            Format($"<= {limit:0.00}"),
            ratio <= limit,
            Format($"{before.Trips:0} and {after.Trips:0} requests, averages of {Average} days"));
    }

    // The average of the days that end with this one, or of the first ones.
    static Cost At(List<Cost> days, int day)
    {
        var around = days.GetRange(Math.Max(0, day - Average), Average);
        return new Cost(around.Average(cost => cost.Trips), around.Average(cost => cost.Bytes));
    }

    static double SizeOf(string store) =>
        new[] { store, $"{store}-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);

    static string Format(FormattableString text) => FormattableString.Invariant(text);

    sealed record Cost(double Trips, double Bytes);
}
