using Azure;
using Azure.Data.Tables;
using FunctionsApp.Groups;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Insights.Pushes;

/// <summary>The fold of finished days, whose steps may end anywhere.</summary>
public sealed class PushFoldingTests(ITestOutputHelper output)
{
    const string TableName = "PushInsights";

    readonly FailingWrites writes = new(TableName);

    [Fact]
    public async Task Step_that_ends_after_any_write_goes_on_and_counts_nothing_twice()
    {
        await using var app = await StartAsync(groups: 3);
        await ClearAsync(app);
        writes.Limit = int.MaxValue;
        await app.FoldAsync();
        var (expected, count) = (await RowsAsync(app), writes.Made);
        output.WriteLine($"{count} writes");
        Assert.Contains("sum-Kind", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("20261202 waiting-", expected, StringComparison.Ordinal);

        for (var made = 0; made < count; made++)
        {
            await ClearAsync(app);
            writes.Limit = made;
            await Assert.ThrowsAsync<RequestFailedException>(() => app.FoldAsync());
            writes.Limit = int.MaxValue;
            for (var repeat = 0; repeat < 2; repeat++)
            {
                await app.FoldAsync();
                Assert.Equal(expected, await RowsAsync(app));
            }
        }
    }

    [Fact]
    public async Task Steps_of_one_group_count_what_one_step_of_all_groups_counts()
    {
        await using var app = await StartAsync(groups: 3);
        var expected = await RowsAsync(app);
        await ClearAsync(app);

        await app.FoldAsync(maxGroups: 1);
        Assert.Contains("20261202 waiting-", await RowsAsync(app), StringComparison.Ordinal);
        for (var step = 0; step < 10; step++) await app.FoldAsync(maxGroups: 1);

        Assert.Equal(expected, await RowsAsync(app));
    }

    [Fact]
    public async Task Day_of_a_group_that_is_indexed_again_replaces_its_figures()
    {
        await using var app = await StartAsync(groups: 2);
        var expected = await RowsAsync(app);
        var day = new DateOnly(2026, 12, 1);
        var groups = await app.Services.GetRequiredService<GroupStore>().PageAsync(10, continuation: null);
        await app.Services.GetRequiredService<WaitingGroupStore>()
            .AddAsync(day, groups.Items.Select(group => new WaitingGroup(group.Id, app.Now)));
        await app.Services.GetRequiredService<FoldPositionStore>().ChangeAsync(position => position.Add([day]));
        Assert.NotEqual(expected, await RowsAsync(app));

        await app.FoldAsync();

        Assert.Equal(expected, await RowsAsync(app));
    }

    // After three and a half days the pushes of two days are counted.
    async Task<AppHost> StartAsync(int groups)
    {
        var app = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(writes),
        });
        var item = await app.DailyItemAsync("早上好", "存茶的三个要点");
        var first = await app.DailyGroupAsync(members: 2, item);
        for (var n = 1; n < groups; n++) await app.DailyGroupAsync(members: 2, item);
        await app.AdvanceAsync(TimeSpan.FromHours(3));
        await app.FollowAsync(first, browsers: 1);
        await app.AdvanceAsync(TimeSpan.FromDays(3.1));
        return app;
    }

    static TableClient Client(AppHost app) =>
        app.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableName);

    static async Task ClearAsync(AppHost app)
    {
        await foreach (var row in Client(app).QueryAsync<DocumentRow>())
            await Client(app).DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
    }

    static async Task<string> RowsAsync(AppHost app)
    {
        List<string> rows = [];
        await foreach (var row in Client(app).QueryAsync<DocumentRow>())
            rows.Add($"{row.PartitionKey} {row.RowKey} {row.Json}");
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
