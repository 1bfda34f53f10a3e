using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Content.Library;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Content;

public sealed class ContentRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    const string Forbidden = "转发到朋友圈领红包";

    static readonly string TenAttachments =
        $"[{string.Join(',', Enumerable.Repeat(Attachment("Image", "https://shop.example/a"), 10))}]";

    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        .. SpoiledJson.TextFaults("author", 40),
        ("kind", null, "kind"),
        ("kind", "\"useful\"", "kind"),
        ("kind", "\"Scarce\"", "source"),
        ("tags", SpoiledJson.Items(11), "tags"),
        ("tags", "[\"a\",\"a\"]", "tags"),
        ("tags", $"[{SpoiledJson.Text(21)}]", "tags[0]"),
        ("variants", null, "variants"),
        ("variants", "[]", "variants"),
        ("variants", SpoiledJson.Items(4), "variants"),
        ("variants", "[null]", "variants[0]"),
        ("variants", "[\"\"]", "variants[0]"),
        ("variants", "[\"早\",\"你好 {name}\"]", "variants[1]"),
        ("variants", $"[{SpoiledJson.Text(683)}]", "variants[0]"),
        ("variants", $"[\"{new string('a', 1900)}{{group}}\"]", "variants[0]"),
        ("attachments", TenAttachments, "attachments"),
        ("attachments", "[null]", "attachments[0]"),
        ("attachments", "[{}]", "attachments[0].type"),
        ("attachments", $"[{Attachment("Video", "https://shop.example/a")}]", "attachments[0].type"),
        ("attachments", "[{\"type\":\"Link\",\"url\":\"https://shop.example/a\"}]", "attachments[0].title"),
        ("attachments", $"[{Attachment("Link", "https://evil.example/a")}]", "attachments[0].url"),
        ("attachments", $"[{Attachment("File", "http://shop.example/a")}]", "attachments[0].url"),
        ("attachments", $"[{Attachment("Image", "javascript:alert(1)")}]", "attachments[0].url"),
        ("source", "\"\"", "source"),
        ("source", SpoiledJson.Text(201), "source"),
        ("validUntil", "\"2026-12-01T09:00:00+08:00\"", "validUntil"),
        ("validUntil", "\"tomorrow\"", "validUntil"),
        ("reuseDays", "0", "reuseDays"),
        ("reuseDays", "366", "reuseDays"),
        ("reuseDays", "\"30\"", "reuseDays"),
        ("product", "{\"name\":\"龙井\"}", "product.priceMinor"),
        ("product", "{\"name\":\"龙井\",\"priceMinor\":-1}", "product.priceMinor"),
        ("product", "{\"priceMinor\":1}", "product.name"),
        ("product", "{\"name\":\"龙井\",\"priceMinor\":1,\"currency\":\"yuan\"}", "product.currency"),
        ("acknowledgement", "{\"by\":\"小周\"}", "acknowledgement.reason"),
        ("state", "\"Approved\"", "state"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Item_with_a_fault_is_refused_by_name_and_not_stored(string path, string? json, string field)
    {
        var body = ContentClient.Body(app.NewId("content"));
        var id = (string)body["id"]!;

        var refused = await app.SendBytesAsync(HttpMethod.Post, "/api/content", SpoiledJson.Replace(body, path, json));

        refused.IsProblem(HttpStatusCode.BadRequest);
        Assert.Contains(field, refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        (await app.GetAsync($"/api/content/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unknown_placeholder_is_named()
    {
        var refused = await app.PostAsync("/api/content", ContentClient.Body(app.NewId("content"), "{nickname} 早"));

        refused.Names("variants[0]");
        Assert.Contains("{nickname}", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_without_a_page_is_refused()
    {
        var body = ContentClient.Body(app.NewId("content"), "看这里 {link}");
        body["attachments"] = new JsonArray(ContentClient.Attachment("Image", "图", "https://shop.example/a.png"));

        (await app.PostAsync("/api/content", body)).Names("variants[0]");
    }

    [Theory]
    [InlineData("{\"kind\":null}", "kind")]
    [InlineData("{\"kind\":\"Scarce\"}", "source")]
    [InlineData("{\"variants\":null}", "variants")]
    [InlineData("{\"variants\":[\"{name}\"]}", "variants[0]")]
    [InlineData("{\"variants\":[\"转发到朋友圈领红包\"]}", "variants[0]")]
    [InlineData("{\"attachments\":[{}]}", "attachments[0].type")]
    [InlineData("{\"validUntil\":\"2026-01-01T00:00:00Z\"}", "validUntil")]
    [InlineData("{\"author\":\"小陈\"}", "author")]
    [InlineData("{\"by\":\"\"}", "by")]
    public async Task Edit_with_a_fault_is_refused_by_name_and_not_stored(string edit, string field)
    {
        var id = await app.ContentAsync();
        var before = (await app.GetAsync($"/api/content/{id}")).Text;
        var body = JsonNode.Parse(edit)!.AsObject();
        if (!body.ContainsKey("by")) body["by"] = "小陈";

        var refused = await app.EditContentAsync(id, body);

        refused.IsProblem(HttpStatusCode.BadRequest);
        Assert.Contains(field, refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Equal(before, (await app.GetAsync($"/api/content/{id}")).Text);
    }

    [Fact]
    public async Task Text_that_pays_for_sharing_needs_an_acknowledgement_by_name()
    {
        var body = ContentClient.Body(app.NewId("content"), Forbidden);

        var refused = await app.PostAsync("/api/content", body);
        refused.Names("variants[0]");
        Assert.Contains("诱导分享", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        body["acknowledgement"] = new JsonObject { ["by"] = "小周", ["reason"] = "法务已确认" };
        var item = (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created).As<ContentView>();

        Assert.Equal("小周", item.Acknowledgement?.Author);
        Assert.Equal("诱导分享", Assert.Single(item.Findings).Rule);
    }

    static string Attachment(string type, string url) =>
        ContentClient.Attachment(type, "图", url).ToJsonString(JsonSerializerOptions.Web);
}
