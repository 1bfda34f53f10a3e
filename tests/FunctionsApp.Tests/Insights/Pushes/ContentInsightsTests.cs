using System.Net;
using System.Text.Json.Nodes;
using Community.Content;
using Community.Insights.Pushes;
using FunctionsApp.Content.Library;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Tests.Content;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Insights.Pushes;

public sealed class ContentInsightsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Pushes_of_finished_days_are_counted_for_the_text_of_their_group()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var item = await alone.DailyItemAsync("早上好", "存茶的三个要点");
        var groups = new[] { await alone.DailyGroupAsync(4, item), await alone.DailyGroupAsync(6, item) };
        await alone.AdvanceAsync(TimeSpan.FromHours(3));
        await alone.FollowAsync(groups[1], browsers: 3);
        Assert.Equal(0, (await alone.ContentInsightsAsync(item)).Variants.Sum(variant => variant.Pushes));
        await alone.AdvanceAsync(TimeSpan.FromDays(3));

        var insights = await alone.ContentInsightsAsync(item);

        Assert.Equal((new DateOnly(2026, 12, 2), 2), (insights.CountedUntil, insights.Variants.Count));
        foreach (var variant in insights.Variants)
        {
            var own = groups.Where(group => ContentVariants.Assign(item, group, 2) == variant.Variant).ToList();
            Assert.Equal((own.Count, 2 * own.Count), (variant.Groups, variant.Pushes));
            Assert.Equal(
                (2 * own.Sum(group => group == groups[0] ? 4 : 6), own.Contains(groups[1]) ? 3 : 0),
                (variant.Members, variant.UniqueClicks));
        }

        Assert.Equal((null, NoWinnerReason.NotEnoughGroups), (insights.Winner, insights.Reason));
    }

    [Fact]
    public async Task Text_with_clearly_more_clicks_wins_and_an_edit_starts_again()
    {
        var id = await app.DailyItemAsync("早上好", "存茶的三个要点");
        await CountAsync(id, groups: 12, members: 80);

        var insights = await app.ContentInsightsAsync(id);

        Assert.Equal((2, null), (insights.Winner, insights.Reason));
        Assert.Equal([12, 12], insights.Variants.Select(variant => variant.Groups));
        Assert.Equal([0.05, 0.25], insights.Variants.Select(variant => variant.ClickRate));
        Assert.All(insights.Variants, variant => Assert.True(variant.Low < variant.ClickRate));
        var difference = Assert.Single(insights.Differences);
        Assert.Equal((1, 2), (difference.A, difference.B));
        Assert.InRange(difference.High!.Value, -0.2, 0);
        var edit = new JsonObject { ["by"] = "小陈", ["variants"] = new JsonArray("早上好", "存茶的四个要点") };
        (await app.EditContentAsync(id, edit)).Expecting(HttpStatusCode.OK);
        Assert.Equal([0, 0], (await app.ContentInsightsAsync(id)).Variants.Select(variant => variant.Groups));
    }

    [Fact]
    public async Task There_is_no_winner_below_the_minimum_that_the_answer_states()
    {
        var id = await app.DailyItemAsync("早上好", "存茶的三个要点");
        await CountAsync(id, groups: 12, members: 40);

        var insights = await app.ContentInsightsAsync(id);

        Assert.Equal(new ComparisonMinimum(10, 500), insights.Minimum);
        Assert.Equal((null, NoWinnerReason.NotEnoughMembers), (insights.Winner, insights.Reason));
    }

    [Fact]
    public async Task Day_that_is_counted_again_counts_once()
    {
        var id = await app.DailyItemAsync("早上好", "存茶的三个要点");
        await CountAsync(id, groups: 12, members: 80);
        var before = await app.ContentInsightsAsync(id);

        await CountAsync(id, groups: 12, members: 80);

        Assert.Equal(before.Variants, (await app.ContentInsightsAsync(id)).Variants);
    }

    [Fact]
    public async Task Item_with_one_text_has_a_rate_and_no_comparison()
    {
        var insights = await app.ContentInsightsAsync(await app.DailyItemAsync("早上好"));

        Assert.Equal((null, NoWinnerReason.OneVariant), (insights.Winner, insights.Reason));
        Assert.Null(Assert.Single(insights.Variants).ClickRate);
    }

    [Fact]
    public async Task Unknown_item_is_not_found() =>
        (await app.GetAsync("/api/insights/content/nothing")).Expecting(HttpStatusCode.NotFound);

    // Groups of the first text click at 0.05, those of the second at 0.25.
    async Task CountAsync(string id, int groups, int members)
    {
        var item = (await app.Services.GetRequiredService<ContentStore>().FindAsync(id))!.Value;
        var shares = app.Services.GetRequiredService<ContentShareStore>();
        for (var n = 0; n < 2 * groups; n++)
        {
            var variant = 1 + (n % 2);
            var count = ShareCount.Of(members, members / (variant == 1 ? 20 : 4));
            var share = new GroupItemShare($"g-{n}", new ItemShare(ItemVariant.Of(item, variant), count));
            // A repeat counts once.
            for (var run = 0; run < 2; run++) await shares.CountAsync(new DateOnly(2026, 12, 1), id, [share]);
        }
    }
}
