using TestSupport.HostCosts;
using TestSupport.LocalApp;

namespace FunctionsApp.Tests.HostCosts;

/// <summary>Storage requests on the Functions host, by its price list.</summary>
public sealed class HostCostTests(ITestOutputHelper output)
{
    const int MaxConversionGroup = 100;

    [Theory]
    [InlineData("Flash", 15)]
    [InlineData("SuperUser", 25)]
    public async Task Join_costs_no_more_requests_than_its_limit(string kind, int max)
    {
        var cost = await new JoinScenario(kind).MeasureAsync(StartAsync);

        output.WriteLine(cost.ToLines());
        Assert.InRange(cost.Requests, 1, max);
    }

    [Fact]
    public async Task Group_of_a_conversion_costs_no_more_requests_than_its_limit()
    {
        var cost = await new ConversionScenario().MeasureAsync(StartAsync);

        output.WriteLine(cost.ToLines());
        Assert.InRange(cost.Requests, 1, MaxConversionGroup);
    }

    static async Task<CountedApp> StartAsync(StorageRequestCounter requests)
    {
        var app = await AppHost.StartAsync(new AppHostSetup
        {
            Clock = CountedApp.Start,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Channel:Secret"] = SignedEvents.Secret,
            },
            Configure = builder => requests.AddTo(builder.Services),
        });
        return new CountedApp(app, new OperatorClient(app.Client.BaseAddress!, AppHost.Key), requests);
    }
}
