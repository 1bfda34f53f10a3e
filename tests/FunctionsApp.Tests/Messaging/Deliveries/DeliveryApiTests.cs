using System.Net;
using System.Text.Json;

namespace FunctionsApp.Tests.Messaging.Deliveries;

public sealed class DeliveryApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Delivery_has_the_fields_of_the_contract()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var list = (await app.GetAsync($"/api/deliveries?groupId={group}")).Expecting(HttpStatusCode.OK);
        var welcome = list.Json.GetProperty("items")[0];

        Assert.Equal($"onboarding-{group}-u1", Text(welcome, "cause"));
        Assert.Equal($"onboarding-{group}-u1:welcome:u1", Text(welcome, "key"));
        Assert.Equal((group, "u1"), (Text(welcome, "groupId"), Text(welcome, "memberId")));
        Assert.Equal(("welcome", "Sent"), (Text(welcome, "step"), Text(welcome, "state")));
        Assert.Equal(app.Now, welcome.GetProperty("queuedAt").GetDateTimeOffset());
        Assert.Equal(app.Now, welcome.GetProperty("sentAt").GetDateTimeOffset());
        Assert.All(["text", "channelMessageId"], field => Assert.NotEmpty(Text(welcome, field)!));
    }

    [Fact]
    public async Task Deliveries_are_listed_in_pages_oldest_first()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var path = $"/api/deliveries?groupId={group}&top=2";
        var first = (await app.GetAsync(path)).Json;
        var continuation = Uri.EscapeDataString(Text(first, "continuation")!);
        var rest = (await app.GetAsync($"{path}&continuation={continuation}")).Json;

        Assert.Equal(["welcome", "rules", "introduction"], Steps(first).Concat(Steps(rest)));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("continuation").ValueKind);
    }

    [Fact]
    public async Task List_of_deliveries_without_a_group_is_400_and_of_an_unknown_group_404()
    {
        var answer = (await app.GetAsync("/api/deliveries")).Expecting(HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("groupId", out _));
        (await app.GetAsync("/api/deliveries?groupId=no-such-group")).Expecting(HttpStatusCode.NotFound);
    }

    static IEnumerable<string?> Steps(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => Text(item, "step"));

    static string? Text(JsonElement item, string field) => item.GetProperty(field).GetString();
}
