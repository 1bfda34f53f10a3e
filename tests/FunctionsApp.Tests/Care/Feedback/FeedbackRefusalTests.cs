using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Care.Feedback;

public sealed class FeedbackRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?> BadFields => new()
    {
        { "id", "不行" },
        { "groupId", null },
        { "groupId", "no-such-group" },
        { "memberId", null },
        { "memberId", "a/b" },
        { "kind", null },
        { "kind", "complaint" },
        { "kind", "Praise" },
        { "text", null },
        { "text", "" },
        { "text", new string('茶', 1001) },
        { "by", null },
        { "by", "" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task Bad_field_is_400_and_nothing_is_stored(string field, string? value)
    {
        var group = await app.GroupAsync();
        var body = FeedbackClient.Body(app.NewId("feedback"), group);
        body[field] = value;

        (await app.PostAsync(FeedbackClient.Path, body)).ExpectingInvalid(field);

        Assert.Empty(await app.ListFeedbackAsync($"groupId={group}"));
    }

    [Theory]
    [InlineData("answer", "text", "")]
    [InlineData("answer", "text", null)]
    [InlineData("answer", "by", null)]
    [InlineData("close", "outcome", "")]
    [InlineData("close", "outcome", null)]
    [InlineData("close", "by", null)]
    public async Task Bad_reply_is_400(string command, string field, string? value)
    {
        var id = await app.EnterAsync(await app.GroupAsync());
        var body = Reply(command);
        body[field] = value;

        (await app.PostAsync($"{FeedbackClient.Path}/{id}/{command}", body)).ExpectingInvalid(field);
    }

    [Theory]
    [InlineData("answer", "text")]
    [InlineData("close", "outcome")]
    public async Task Reply_that_does_not_fit_into_one_message_is_400(string command, string field)
    {
        var id = await app.EnterAsync(await app.GroupAsync());
        var body = Reply(command);
        body[field] = new string('茶', 680);

        (await app.PostAsync($"{FeedbackClient.Path}/{id}/{command}", body)).ExpectingInvalid(field);
        body[field] = new string('茶', 600);
        (await app.PostAsync($"{FeedbackClient.Path}/{id}/{command}", body)).Expecting(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("kind=praise", "kind")]
    [InlineData("state=open", "state")]
    [InlineData("state=Closed", "state")]
    [InlineData("groupId=no-such-group", "groupId")]
    [InlineData("top=0", "top")]
    public async Task Bad_query_is_400(string query, string field) =>
        (await app.GetAsync($"{FeedbackClient.Path}?{query}")).ExpectingInvalid(field);

    [Fact]
    public async Task Unknown_feedback_and_figures_of_an_unknown_group_are_404()
    {
        foreach (var command in new[] { "answer", "close" })
        {
            var reply = await app.PostAsync($"{FeedbackClient.Path}/no-such-feedback/{command}", Reply(command));
            reply.IsProblem(HttpStatusCode.NotFound);
        }

        (await app.GetAsync($"{FeedbackClient.Path}/no-such-feedback")).IsProblem(HttpStatusCode.NotFound);
        (await app.GetAsync("/api/groups/no-such-group/feedback-figures")).IsProblem(HttpStatusCode.NotFound);
    }

    static JsonObject Reply(string command) => new()
    {
        [command == "answer" ? "text" : "outcome"] = "好的",
        ["by"] = "小王",
    };
}
