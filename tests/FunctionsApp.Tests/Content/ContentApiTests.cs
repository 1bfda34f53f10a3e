using System.Net;
using System.Text.Json.Nodes;
using Community.Content;
using Community.Messaging.Deliveries;
using FunctionsApp.Content.Library;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Content;

public sealed class ContentApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task New_item_is_a_draft_with_what_was_sent_and_defaults()
    {
        var body = ContentClient.Body(app.NewId("content"));
        body.Remove("reuseDays");

        var created = (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);

        var item = created.As<ContentView>();
        Assert.Equal($"/api/content/{body["id"]}", created.Location);
        Assert.Equal(
            (ContentKind.Useful, "小林", ContentState.Draft, 30, 1, app.Now),
            (item.Kind, item.Author, item.State, item.ReuseDays, item.Version, item.CreatedAt));
        Assert.Equal(["茶"], item.Tags);
        Assert.Equal([new Attachment(AttachmentType.Link, "春茶", "https://shop.example/a")], item.Attachments);
        Assert.Equal(created.Text, (await app.GetAsync(created.Location!)).Text);
    }

    [Fact]
    public async Task Same_body_again_is_200_and_another_body_409()
    {
        var body = ContentClient.Body(app.NewId("content"));
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);

        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.OK);
        body["author"] = "小陈";
        (await app.PostAsync("/api/content", body)).IsProblem(HttpStatusCode.Conflict);
        Assert.Equal("小林", (await app.GetContentAsync((string)body["id"]!)).Author);
    }

    [Fact]
    public async Task Repeat_is_answered_after_the_item_has_expired()
    {
        await using var own = await AppHost.StartAsync(new AppHostSetup());
        var body = ContentClient.Body("tea-101");
        body["validUntil"] = own.Now.AddMinutes(10);
        (await own.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);
        await own.AdvanceAsync(TimeSpan.FromMinutes(20));

        (await own.PostAsync("/api/content", body)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Edit_changes_the_present_fields_and_needs_approval_again()
    {
        var id = await app.ContentAsync();
        (await app.ApproveAsync(id)).Expecting(HttpStatusCode.OK);

        var edited = await app.EditContentAsync(
            id, new JsonObject { ["by"] = "小陈", ["variants"] = new JsonArray("早", "晚"), ["reuseDays"] = null });

        var item = edited.Expecting(HttpStatusCode.OK).As<ContentView>();
        Assert.Equal(
            (ContentState.Draft, null, "小陈", 2, 30),
            (item.State, item.ApprovedBy, item.LastEditedBy, item.Version, item.ReuseDays));
        Assert.Equal(["早", "晚"], item.Variants);
        Assert.Equal(["茶"], item.Tags);
        Assert.Single(item.Attachments);
    }

    [Fact]
    public async Task Null_clears_what_the_creation_does_not_require()
    {
        var body = ContentClient.Body(app.NewId("content"));
        (body["source"], body["validFrom"], body["validUntil"]) = ("《茶经》", app.Now, app.Now.AddDays(1));
        body["product"] = new JsonObject { ["name"] = "龙井", ["priceMinor"] = 19900 };
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);

        var cleared = await app.EditContentAsync(
            (string)body["id"]!,
            new JsonObject
            {
                ["by"] = "小陈",
                ["source"] = null,
                ["validFrom"] = null,
                ["validUntil"] = null,
                ["product"] = null,
                ["tags"] = null,
                ["attachments"] = null,
            });

        var item = cleared.Expecting(HttpStatusCode.OK).As<ContentView>();
        Assert.Equal((null, null, null, null), (item.Source, item.ValidFrom, item.ValidUntil, item.Product));
        Assert.Empty(item.Tags);
        Assert.Empty(item.Attachments);
    }

    [Fact]
    public async Task Edit_that_changes_nothing_is_200_and_keeps_the_approval()
    {
        var id = await app.ContentAsync();
        await app.ApproveAsync(id);

        foreach (var edit in new[] { new JsonObject(), new JsonObject { ["tags"] = new JsonArray("茶") } })
        {
            edit["by"] = "小陈";
            var item = (await app.EditContentAsync(id, edit)).Expecting(HttpStatusCode.OK).As<ContentView>();
            Assert.Equal((ContentState.Approved, 1), (item.State, item.Version));
        }
    }

    [Fact]
    public async Task Unknown_item_is_404()
    {
        (await app.GetAsync("/api/content/no-such-item")).IsProblem(HttpStatusCode.NotFound);
        (await app.ApproveAsync("no-such-item")).IsProblem(HttpStatusCode.NotFound);
        (await app.RetireAsync("no-such-item")).IsProblem(HttpStatusCode.NotFound);
        (await app.EditContentAsync("no-such-item", new JsonObject { ["by"] = "小王" }))
            .IsProblem(HttpStatusCode.NotFound);
        (await app.TestSendAsync("no-such-item", "tea-1")).IsProblem(HttpStatusCode.NotFound);
    }
}
