using System.Net;
using System.Text.Json.Nodes;
using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Application.Authorisation;

/// <summary>Who is said to have done something.</summary>
public sealed class AuthorTests(RoleClients app) : IClassFixture<RoleClients>
{
    const string Name = "operator Operator";

    [Theory]
    [InlineData("小王")]
    [InlineData(null)]
    public async Task Operator_acts_in_the_own_name_whatever_the_body_says(string? by)
    {
        var group = await GroupAsync();
        var body = new JsonObject { ["reason"] = "客户投诉" };
        if (by is not null) body["by"] = by;

        var held = await PostAsync($"/api/groups/{group}/hold", body);

        held.Expecting(HttpStatusCode.OK);
        Assert.Equal(Name, (await app.HistoryAsync(group))[0].By);
    }

    [Fact]
    public async Task Machine_key_keeps_the_name_of_the_body_and_needs_one()
    {
        var group = await GroupAsync();

        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);
        var unnamed = await app.PostAsync($"/api/groups/{group}/release", new JsonObject());

        unnamed.ExpectingInvalid("by");
        Assert.Equal("小王", (await app.HistoryAsync(group))[0].By);
    }

    [Fact]
    public async Task Author_of_content_and_of_its_acknowledgement_is_the_operator()
    {
        var body = ContentClient.Body(app.NewId("content"), "转发本海报到朋友圈，截图领奖");
        body["acknowledgement"] = new JsonObject { ["by"] = "小王", ["reason"] = "法务已看过" };

        var created = (await PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created).Json;

        Assert.Equal(Name, created.GetProperty("author").GetString());
        Assert.Equal(Name, created.GetProperty("acknowledgement").GetProperty("by").GetString());
    }

    [Fact]
    public async Task Imported_content_is_the_operators()
    {
        var id = app.NewId("content");
        using var file = new StringContent($"id,kind,variant1,author\n{id},Useful,今天聊聊怎么存茶,小王\n");
        file.Headers.ContentType = new("text/csv") { CharSet = "utf-8" };

        (await app.SendAsAsync(OperatorRole.Operator, "POST", "/api/content/import?dryRun=false", file))
            .Expecting(HttpStatusCode.OK);

        Assert.Equal(Name, (await app.GetContentAsync(id)).Author);
    }

    [Fact]
    public async Task Fault_of_the_body_is_named_as_without_an_operator()
    {
        var group = await GroupAsync();

        var twice = await app.SendAsAsync(
            OperatorRole.Operator,
            "POST",
            $"/api/groups/{group}/hold",
            new StringContent("""{"reason":"a","reason":"b"}""", encoding: null, "application/json"));
        var unknown = await PostAsync($"/api/groups/{group}/hold", new JsonObject { ["reasons"] = "a" });

        twice.ExpectingInvalid("reason");
        unknown.ExpectingInvalid("reasons");
    }

    async Task<string> GroupAsync()
    {
        var id = app.NewId("group");
        (await app.PostAsync("/api/groups", SampleBodies.Group(id))).Expecting(HttpStatusCode.Created);
        return id;
    }

    Task<ApiAnswer> PostAsync(string path, JsonObject body) =>
        app.SendAsAsync(OperatorRole.Operator, "POST", path, AppHost.Json(body));
}
