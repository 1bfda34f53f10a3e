using System.Net;
using System.Text.Json.Nodes;
using Community.Selling.Conversions;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>Signals of interest between the warm-up and the link.</summary>
public sealed class SignalTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Messages_votes_and_what_the_operator_saw_are_tallied_once_each()
    {
        var (group, plan) = await WarmAsync();

        await app.PostMessageAsync(group, "u1", "我喜欢喝茶");
        await app.PostMessageAsync(group, "u2", "明前龙井多少钱？");
        await app.PostMessageAsync(group, "u3", "１");
        await app.PostMessageAsync(group, "u3", "2"); // changes their mind
        await app.PostMessageAsync(group, "u4", "2");
        var message = new JsonObject { ["groupId"] = group, ["memberId"] = "u5", ["text"] = "怎么泡" };
        for (var n = 0; n < 2; n++)
            await app.SendEventAsync("message.posted", message.DeepClone().AsObject(), app.Now, $"msg_{group}");
        for (var n = 0; n < 2; n++) await SignalAsync(plan, group, "Reply", 5, $"seen-{group}");

        var interest = (await app.GetConversionAsync(plan)).Groups[0].Interest!;
        Assert.Equal(
            (6, 2, 1, 1, 2),
            (interest.Replies, interest.Questions, interest.Prices, interest.Mentions, interest.Votes));
        Assert.Equal(2, interest.Options[2]);
        // By hand: 6 x 1 + 2 x 3 + 1 x 3 + 1 x 2 + 2 x 2 = 21 points, and nobody ever told of a member.
        Assert.Equal((2100.0, InterestLevel.High), (interest.Score, interest.Level));
    }

    [Theory]
    [InlineData(0, InterestLevel.Low, "看看明前龙井：")]
    [InlineData(1, InterestLevel.Medium, "明前龙井来了：")]
    [InlineData(4, InterestLevel.High, "大家要的明前龙井，199元：")]
    public async Task The_words_follow_the_interest(int messages, InterestLevel level, string words)
    {
        var (group, plan) = await WarmAsync(members: 10);
        for (var n = 0; n < messages; n++) await app.PostMessageAsync(group, $"u{n}", "好喝");

        await app.AdvanceAsync(ConversionClient.LinkIn - ConversionClient.WarmUpIn);

        Assert.StartsWith(
            words,
            Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "link").Text,
            StringComparison.Ordinal);
        var seen = (await app.GetConversionAsync(plan)).Groups[0];
        Assert.Equal(
            (messages, messages * 10.0, level), (seen.Interest!.Replies, seen.Interest.Score, seen.Interest.Level));
        Assert.NotNull(seen.Forecast);
    }

    [Fact]
    public async Task What_was_said_before_the_warm_up_or_after_the_link_is_not_counted()
    {
        var (group, plan) = (await app.GroupAsync(), "");
        plan = (await app.PlanAsync([group])).Id;
        await app.PostMessageAsync(group, "u1", "早上好");
        await app.AdvanceAsync(ConversionClient.WarmUpIn);
        await app.SendEventAsync(
            "message.posted",
            new JsonObject { ["groupId"] = group, ["memberId"] = "u1", ["text"] = "晚了才到" },
            app.Now.AddMinutes(-1));
        await app.PostMessageAsync(group, "u1", "晚上好");
        await app.AdvanceAsync(ConversionClient.LinkIn - ConversionClient.WarmUpIn);
        await app.PostMessageAsync(group, "u1", "下单了");

        Assert.Equal(1, (await app.GetConversionAsync(plan)).Groups[0].Interest!.Replies);
        (await SignalAsync(plan, group, "Reply", 1, "late")).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Weights_are_the_conversions_own()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group], body => body["weights"] = new JsonObject { ["reply"] = 0.02 });
        await app.AdvanceAsync(ConversionClient.WarmUpIn);

        await app.PostMessageAsync(group, "u1", "好喝");

        Assert.Equal(
            (2.0, InterestLevel.Low),
            (await app.GetConversionAsync(plan.Id)).Groups.Select(
                seen => (seen.Interest!.Score, seen.Interest.Level)).Single());
    }

    [Fact]
    public async Task Signals_name_a_group_of_the_conversion()
    {
        var (group, plan) = await WarmAsync();

        Assert.True(
            (
                await SignalAsync(plan, "another-group", "Reply", 1, "a")).Expecting(
                    HttpStatusCode.BadRequest).Json.GetProperty("errors").TryGetProperty("groupId", out _));
        Assert.True(
            (
                await SignalAsync(plan, group, "Applause", 1, "b")).Expecting(
                    HttpStatusCode.BadRequest).Json.GetProperty("errors").TryGetProperty("kind", out _));
        Assert.True(
            (
                await SignalAsync(plan, group, "Reply", 0, "c")).Expecting(
                    HttpStatusCode.BadRequest).Json.GetProperty("errors").TryGetProperty("count", out _));
        (await SignalAsync("no-such-one", group, "Reply", 1, "d")).Expecting(HttpStatusCode.NotFound);
    }

    async Task<(string Group, string Plan)> WarmAsync(int members = 0)
    {
        var group = await app.GroupAsync();
        for (var n = 0; n < members; n++) await app.JoinAsync(group, $"u{n}");
        var plan = await app.PlanAsync([group]);
        await app.AdvanceAsync(ConversionClient.WarmUpIn);
        return (group, plan.Id);
    }

    Task<ApiAnswer> SignalAsync(string plan, string group, string kind, int count, string key) => app.PostAsync(
        $"/api/conversions/{plan}/signals", new JsonObject
        {
            ["groupId"] = group,
            ["kind"] = kind,
            ["count"] = count,
        }, ("Idempotency-Key", key));
}
