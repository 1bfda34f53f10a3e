using System.Net;
using System.Text.Json.Nodes;
using Community.Content;
using FunctionsApp.Content.Library;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Content;

/// <summary>An app in which an item needs the approval of another person.</summary>
public sealed class FourEyesHost() : AppHost(new AppHostSetup
{
    Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ContentApproval:FourEyes"] = "true" },
});

public sealed class ContentApprovalTests(FourEyesHost app) : IClassFixture<FourEyesHost>
{
    [Fact]
    public async Task Author_may_not_approve_and_another_person_may()
    {
        var id = await app.ContentAsync();

        (await app.ApproveAsync(id, "小林")).IsProblem(HttpStatusCode.Conflict);
        Assert.Equal(ContentState.Draft, (await app.GetContentAsync(id)).State);
        var approved = (await app.ApproveAsync(id, "小王")).Expecting(HttpStatusCode.OK).As<ContentView>();

        Assert.Equal(
            (ContentState.Approved, "小王", app.Now), (approved.State, approved.ApprovedBy, approved.ApprovedAt));
    }

    [Fact]
    public async Task Last_editor_may_not_approve_whatever_the_author_says()
    {
        var id = await app.ContentAsync();
        await app.EditContentAsync(id, new JsonObject { ["by"] = "小王", ["variants"] = new JsonArray("早") });

        var refused = await app.ApproveAsync(id, "小王");

        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Contains("小王", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await app.ApproveAsync(id, "小陈")).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Repeated_approval_and_retirement_answer_200_and_change_nothing()
    {
        var id = await app.ContentAsync();

        await app.ApproveAsync(id, "小王");
        var again = (await app.ApproveAsync(id, "小陈")).Expecting(HttpStatusCode.OK).As<ContentView>();
        Assert.Equal("小王", again.ApprovedBy);
        (await app.RetireAsync(id)).Expecting(HttpStatusCode.OK);
        (await app.RetireAsync(id)).Expecting(HttpStatusCode.OK);

        var retired = await app.GetContentAsync(id);
        Assert.Equal((ContentState.Retired, "小王", app.Now), (retired.State, retired.RetiredBy, retired.RetiredAt));
    }

    [Fact]
    public async Task Retired_item_is_neither_approved_edited_nor_sent()
    {
        var (id, group) = (await app.ContentAsync(), await app.GroupAsync());
        await app.RetireAsync(id);

        (await app.ApproveAsync(id)).IsProblem(HttpStatusCode.Conflict);
        (await app.EditContentAsync(id, new JsonObject { ["by"] = "小王", ["tags"] = null }))
            .IsProblem(HttpStatusCode.Conflict);
        (await app.TestSendAsync(id, group)).IsProblem(HttpStatusCode.Conflict);
        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Without_the_setting_the_author_may_approve()
    {
        await using var other = await AppHost.StartAsync(new AppHostSetup());
        var id = await other.ContentAsync();

        (await other.ApproveAsync(id, "小林")).Expecting(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"by\":\"\"}")]
    [InlineData("{\"by\":\"a\\nb\"}")]
    public async Task Review_without_a_name_is_refused_by_name(string body)
    {
        var id = await app.ContentAsync();

        foreach (var action in new[] { "approve", "retire" })
        {
            var path = $"/api/content/{id}/{action}";
            (await app.SendBytesAsync(HttpMethod.Post, path, System.Text.Encoding.UTF8.GetBytes(body))).Names("by");
        }
    }
}
