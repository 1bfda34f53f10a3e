using System.Globalization;
using Benchmarks.Figures;
using TestSupport.HostCosts;
using TestSupport.LocalApp;

namespace Benchmarks.HostCosts;

/// <summary>Storage requests of a join and of a conversion's group on the Functions host, by its price list.</summary>
static class HostRequests
{
    const int MaxFlashJoin = 15;
    const int MaxOtherJoin = 25;
    const int MaxConversionGroup = 100;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var conversion = new ConversionScenario();
        return
        [
            await FigureAsync("a join into a flash group", new JoinScenario("Flash").MeasureAsync, MaxFlashJoin),
            await FigureAsync("a join into another group", new JoinScenario("SuperUser").MeasureAsync, MaxOtherJoin),
            await FigureAsync("a conversion's group", conversion.MeasureAsync, MaxConversionGroup),
            await FigureAsync("a conversion of ten groups, by group", conversion.MeasureWithShareAsync, target: null),
        ];
    }

    static async Task<Figure> FigureAsync(
        string name, Func<Func<StorageRequestCounter, Task<CountedApp>>, Task<HostCost>> measureAsync, int? target)
    {
        var cost = await measureAsync(StartAsync);
        await Console.Out.WriteLineAsync($"{name}\n{cost.ToLines()}\n");
        return new Figure(
            $"Host's storage requests of {name}",
            cost.Requests.ToString("0.0", CultureInfo.InvariantCulture),
            target is null ? null : string.Create(CultureInfo.InvariantCulture, $"<= {target}"),
            target is null ? null : cost.Requests <= target,
            cost.SumByKind());
    }

    static async Task<CountedApp> StartAsync(StorageRequestCounter requests)
    {
        var app = await InProcessApp.StartAsync(CountedApp.Start, builder => requests.AddTo(builder.Services));
        return new CountedApp(app, new OperatorClient(app.Address), requests);
    }
}
