using System.Net;
using System.Text.Json.Nodes;
using Community.Platform;

namespace FunctionsApp.Tests.Application;

/// <summary>The kind of a 409 by which clients tell conflicts apart.</summary>
public sealed class ConflictKindTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Id_that_another_request_used_exists_already()
    {
        var id = await app.GroupAsync();

        var answer = await app.PostAsync("/api/groups", SampleBodies.Group(id, endsAt: null, "Delivery"));

        AssertKind(ConflictKind.AlreadyExists, answer);
    }

    [Fact]
    public async Task Campaign_that_was_cancelled_has_ended()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        await app.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null);

        var edit = new JsonObject { ["closesAt"] = app.Now.AddDays(3) };
        var answer = await app.SendAsync(HttpMethod.Patch, $"/api/campaigns/{campaign}", AppHost.Json(edit));

        AssertKind(ConflictKind.Ended, answer);
    }

    [Fact]
    public async Task Flash_group_of_another_sale_is_in_use()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        await app.PostAsync("/api/flash-sales", SaleOf(group));

        AssertKind(ConflictKind.InUse, await app.PostAsync("/api/flash-sales", SaleOf(group)));
    }

    JsonObject SaleOf(string group) =>
        SampleBodies.FlashSale(app.NewId("flash"), [group], app.Now.AddHours(1), app.Now.AddHours(5));

    static void AssertKind(ConflictKind kind, ApiAnswer answer) => Assert.Equal(
        kind.ToString(), answer.Expecting(HttpStatusCode.Conflict).Json.GetProperty("kind").GetString());
}
