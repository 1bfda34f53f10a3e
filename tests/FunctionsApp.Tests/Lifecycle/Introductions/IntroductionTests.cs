using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Lifecycle.Introductions;

public sealed class IntroductionTests(AppHost app) : IClassFixture<AppHost>
{
    const string Text = "喜欢喝茶，也爱徒步";

    [Fact]
    public async Task Entered_introduction_sets_the_interests_and_names_veterans()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "v1", name: "老陈");
        await EnterAsync(group, "v1", Text);
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "u1");

        var member = (await EnterAsync(group, "u1", Text)).Expecting(HttpStatusCode.OK).As<MemberView>();

        Assert.Equal(["茶", "徒步"], member.Interests);
        Assert.Equal(app.Now, member.IntroducedAt);
        var meeting = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "veterans");
        Assert.Equal("u1", meeting.MemberId);
        Assert.Contains("老陈", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_introduction_counts_and_a_repeat_sends_nothing()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "v1", name: "老陈");
        await EnterAsync(group, "v1", Text);
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "u1");
        var first = (await EnterAsync(group, "u1", Text)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var second = (await EnterAsync(group, "u1", "喜欢烘焙")).Expecting(HttpStatusCode.OK);

        Assert.Equal(first.Text, second.Text);
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "veterans");
    }

    [Fact]
    public async Task Introduction_needs_a_member_of_the_group()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.LeaveAsync(group, "u1");

        (await EnterAsync(group, "u1", Text)).ExpectingInvalid("memberId");
        (await EnterAsync(group, "nobody", Text)).ExpectingInvalid("memberId");
        (await EnterAsync("no-such-group", "u1", Text)).Expecting(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null, Text, "小王", "memberId")]
    [InlineData("u1", "", "小王", "text")]
    [InlineData("u1", Text, null, "by")]
    public async Task Missing_field_is_named(string? memberId, string? text, string? by, string field)
    {
        var group = await app.GroupAsync();

        var body = new JsonObject { ["memberId"] = memberId, ["text"] = text, ["by"] = by };
        var answer = await app.PostAsync($"/api/groups/{group}/introductions", body);

        answer.ExpectingInvalid(field);
    }

    [Fact]
    public async Task Text_of_an_introduction_is_1000_characters_at_most()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        (await EnterAsync(group, "u1", new string('茶', 1001))).ExpectingInvalid("text");
        (await EnterAsync(group, "u1", new string('茶', 1000))).Expecting(HttpStatusCode.OK);
    }

    Task<ApiAnswer> EnterAsync(string group, string memberId, string text) => app.PostAsync(
        $"/api/groups/{group}/introductions",
        new JsonObject { ["memberId"] = memberId, ["text"] = text, ["by"] = "小王" });
}
