using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Care.Feedback;

namespace FunctionsApp.Tests.Care.Feedback;

/// <summary>Enters, answers and reads feedback through the API.</summary>
static class FeedbackClient
{
    public const string Path = "/api/feedback";

    public static JsonObject Body(string? id, string group, string member = "u1", string kind = "Complaint") => new()
    {
        ["id"] = id,
        ["groupId"] = group,
        ["memberId"] = member,
        ["kind"] = kind,
        ["text"] = "收到的茶叶受潮了",
        ["by"] = "小王",
    };

    /// <summary>Enters feedback and returns its id.</summary>
    public static async Task<string> EnterAsync(
        this AppHost app, string group, string member = "u1", string kind = "Complaint")
    {
        var id = app.NewId("feedback");
        (await app.PostAsync(Path, Body(id, group, member, kind))).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        return id;
    }

    public static async Task<ApiAnswer> AnswerAsync(
        this AppHost app, string id, string text = "马上给您补发", bool? tellMember = null)
    {
        var body = new JsonObject { ["text"] = text, ["by"] = "小王" };
        if (tellMember is { } tells) body["tellMember"] = tells;
        var answer = await app.PostAsync($"{Path}/{id}/answer", body);
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<ApiAnswer> CloseAsync(
        this AppHost app, string id, string outcome = "已换新包装", bool? tellGroup = null)
    {
        var body = new JsonObject { ["outcome"] = outcome, ["by"] = "小王" };
        if (tellGroup is { } tells) body["tellGroup"] = tells;
        var answer = await app.PostAsync($"{Path}/{id}/close", body);
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<FeedbackView> FeedbackAsync(this AppHost app, string id) =>
        (await app.GetAsync($"{Path}/{id}")).Expecting(HttpStatusCode.OK).As<FeedbackView>();

    public static Task<IReadOnlyList<FeedbackView>> ListFeedbackAsync(this AppHost app, string query = "") =>
        app.ListAsync<FeedbackView>($"{Path}?{query}");

    public static async Task<FeedbackFiguresView> FeedbackFiguresAsync(this AppHost app, string group) =>
        (await app.GetAsync($"/api/groups/{group}/feedback-figures"))
            .Expecting(HttpStatusCode.OK)
            .As<FeedbackFiguresView>();
}
