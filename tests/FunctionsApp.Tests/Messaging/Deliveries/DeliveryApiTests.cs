using System.Net;
using System.Text.Json;

namespace FunctionsApp.Tests.Messaging.Deliveries;

public sealed class DeliveryApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_delivery_has_the_contracts_fields()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var welcome = (await app.GetAsync($"/api/deliveries?groupId={group}")).Expecting(HttpStatusCode.OK).Json.GetProperty("items")[0];

        Assert.Equal($"onboarding-{group}-u1", Text(welcome, "cause"));
        Assert.Equal($"onboarding-{group}-u1:welcome:u1", Text(welcome, "key"));
        Assert.Equal((group, "u1", "welcome", "Sent"), (Text(welcome, "groupId"), Text(welcome, "memberId"), Text(welcome, "step"), Text(welcome, "state")));
        Assert.Equal((app.Now, app.Now), (welcome.GetProperty("queuedAt").GetDateTimeOffset(), welcome.GetProperty("sentAt").GetDateTimeOffset()));
        Assert.All(["text", "channelMessageId"], field => Assert.NotEmpty(Text(welcome, field)!));
    }

    [Fact]
    public async Task The_ledger_is_read_by_pages_oldest_first()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var first = (await app.GetAsync($"/api/deliveries?groupId={group}&top=2")).Json;
        var rest = (await app.GetAsync($"/api/deliveries?groupId={group}&top=2&continuation={Uri.EscapeDataString(Text(first, "continuation")!)}")).Json;

        Assert.Equal(["welcome", "rules", "introduction"], Steps(first).Concat(Steps(rest)));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("continuation").ValueKind);
    }

    [Fact]
    public async Task The_ledger_of_no_group_is_400_and_of_an_unknown_one_404()
    {
        var answer = (await app.GetAsync("/api/deliveries")).Expecting(HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("groupId", out _));
        (await app.GetAsync("/api/deliveries?groupId=no-such-group")).Expecting(HttpStatusCode.NotFound);
    }

    static IEnumerable<string?> Steps(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => Text(item, "step"));

    static string? Text(JsonElement item, string field) => item.GetProperty(field).GetString();
}
