using System.Net;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Tests.Acquisition.Standings;
using LocalRuntime.Store;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>What a conversion costs in round trips to the storage, the simulated channel's own included.</summary>
[Collection(nameof(CountedAlone))]
public sealed class CostTests(ITestOutputHelper output)
{
    const int Groups = 10;
    const int Max = 60;

    [Fact]
    public async Task From_its_plan_to_its_end_a_conversion_costs_at_most_sixty_a_group()
    {
        await using var app = new AppHost();
        await app.InitializeAsync();
        List<string> groups = [];
        for (var n = 0; n < Groups; n++) groups.Add(await app.GroupAsync());
        var idle = await CountAsync(() => app.AdvanceAsync(TimeSpan.FromHours(48)));

        var all = await CountAsync(async () =>
        {
            (
                await app.PostAsync(
                    "/api/conversions",
                    ConversionClient.Conversion("counted", app.Now, groups))).Expecting(HttpStatusCode.Created);
            await app.AdvanceAsync(TimeSpan.FromHours(48));
        });

        var each = (all - idle) / (double)Groups;
        output.WriteLine($"{each:0.0} a group");
        Assert.InRange(each, 1, Max);
    }

    [Fact]
    public async Task One_request_finds_the_conversions_of_a_group()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        for (var n = 0; n < 3; n++) await app.PlanAsync([group]);
        var sales = app.Services.GetRequiredService<GroupSaleStore>();

        var requests = await CountAsync(async () => Assert.Equal(3, (await sales.FindAsync(group, app.Now)).Count));

        Assert.Equal(1, requests);
    }

    static async Task<long> CountAsync(Func<Task> call)
    {
        var before = StorageTransactions.Embedded;
        await call();
        return StorageTransactions.Embedded - before;
    }
}
