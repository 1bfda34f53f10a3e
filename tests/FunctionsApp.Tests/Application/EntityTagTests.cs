using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application;

public sealed class EntityTagTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string> Kinds =>
        ["groups", "campaigns", "conversions", "flash-sales", "content", "push-plans"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Edit_of_the_current_version_is_accepted_and_of_an_older_one_is_412(string kind)
    {
        var path = await CreateAsync(kind);
        var first = await TagAsync(path);
        var second = (await EditAsync(path, kind, 1, first)).Headers.ETag!.ToString();

        using var stale = await EditAsync(path, kind, 2, first);

        Assert.NotEqual(first, second);
        Assert.Equal(second, await TagAsync(path));
        (await ApiAnswer.ReadAsync(stale)).IsProblem(HttpStatusCode.PreconditionFailed);
        Assert.Equal(HttpStatusCode.OK, (await EditAsync(path, kind, 2, second)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Edit_without_an_expected_version_is_accepted(string kind)
    {
        var path = await CreateAsync(kind);
        await EditAsync(path, kind, 1, expected: null);

        Assert.Equal(HttpStatusCode.OK, (await EditAsync(path, kind, 2, expected: null)).StatusCode);
    }

    [Fact]
    public async Task Creation_has_the_tag_of_the_thing()
    {
        using var body = AppHost.Json(SampleBodies.Group(app.NewId("tagged")));
        using var created = await app.Client.PostAsync("/api/groups", body);

        Assert.Equal(created.Headers.ETag!.ToString(), await TagAsync(created.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Edit_that_changes_nothing_keeps_the_version()
    {
        var path = await CreateAsync("groups");
        var tag = (await EditAsync(path, "groups", 1, expected: null)).Headers.ETag!.ToString();

        using var again = await EditAsync(path, "groups", 1, tag);

        Assert.Equal(tag, again.Headers.ETag!.ToString());
    }

    [Theory]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("W/{tag}", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"other\", {tag}", HttpStatusCode.OK)]
    [InlineData("\"other\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("no tag", HttpStatusCode.PreconditionFailed)]
    public async Task Header_names_any_version_or_some_that_are_no_weak_ones(string header, HttpStatusCode status)
    {
        var path = await CreateAsync("groups");
        var expected = header.Replace("{tag}", await TagAsync(path), StringComparison.Ordinal);

        Assert.Equal(status, (await EditAsync(path, "groups", 1, expected)).StatusCode);
    }

    [Fact]
    public async Task Of_two_edits_of_one_version_at_the_same_time_one_is_accepted()
    {
        var path = await CreateAsync("groups");
        var tag = await TagAsync(path);

        var both = await Task.WhenAll(EditAsync(path, "groups", 1, tag), EditAsync(path, "groups", 2, tag));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PreconditionFailed],
            both.Select(response => response.StatusCode).Order());
    }

    async Task<string> CreateAsync(string kind)
    {
        var id = app.NewId("tag");
        var groupKind = kind is "flash-sales" ? "Flash" : "SuperUser";
        var group = await app.GroupAsync(kind: groupKind, endsAt: app.Now.AddDays(9));
        (await app.PostAsync($"/api/{kind}", kind switch
        {
            "groups" => SampleBodies.Group(id),
            "campaigns" => SampleBodies.Campaign(id, app.Now, app.Now.AddDays(30), group),
            "flash-sales" => SampleBodies.FlashSale(id, group, app.Now.AddHours(1), app.Now.AddHours(9)),
            "content" => Content(id),
            "push-plans" => await PlanAsync(id, group),
            _ => Conversion(id, group),
        })).Expecting(HttpStatusCode.Created);
        return $"/api/{kind}/{id}";
    }

    async Task<JsonObject> PlanAsync(string id, string group)
    {
        var item = app.NewId("item");
        (await app.PostAsync("/api/content", Content(item))).Expecting(HttpStatusCode.Created);
        var slot = new JsonObject
        {
            ["id"] = "s1",
            ["at"] = new JsonObject { ["type"] = "Once", ["instant"] = app.Now.AddDays(2) },
            ["content"] = item,
        };
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = "每日节奏",
            ["groupIds"] = new JsonArray(group),
            ["slots"] = new JsonArray(slot),
        };
    }

    static JsonObject Content(string id) => new()
    {
        ["id"] = id,
        ["kind"] = "Useful",
        ["author"] = "小林",
        ["variants"] = new JsonArray($"怎么存茶 {id}"),
    };

    JsonObject Conversion(string id, string group) => new()
    {
        ["id"] = id,
        ["groupIds"] = new JsonArray(group),
        ["product"] = new JsonObject
        {
            ["name"] = "明前龙井",
            ["url"] = "https://shop.example/p/1",
            ["priceMinor"] = 19900,
            ["currency"] = "CNY",
        },
        ["warmUp"] = new JsonObject { ["at"] = app.Now.AddDays(1), ["topic"] = "大家平时喝什么茶？" },
        ["linkAt"] = app.Now.AddDays(2),
        ["closesAt"] = app.Now.AddDays(3),
        ["closing"] = "结束了，谢谢大家！",
    };

    /// <summary>An edit whose result differs by number.</summary>
    async Task<HttpResponseMessage> EditAsync(string path, string kind, int number, string? expected)
    {
        var at = app.Now.AddHours(9 + number);
        var edit = kind switch
        {
            "groups" => new JsonObject { ["by"] = "小王", ["name"] = $"春茶 {number}" },
            "campaigns" => new JsonObject { ["closesAt"] = app.Now.AddDays(30 + number) },
            "flash-sales" => new JsonObject { ["closesAt"] = at },
            "content" => new JsonObject { ["by"] = "小王", ["tags"] = new JsonArray($"茶{number}") },
            "push-plans" => new JsonObject { ["by"] = "小王", ["name"] = $"节奏 {number}" },
            _ => new JsonObject { ["by"] = "小王", ["closing"] = $"结束了 {number}" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = AppHost.Json(edit) };
        if (expected is not null) request.Headers.TryAddWithoutValidation("If-Match", expected);
        var response = await app.Client.SendAsync(request);
        if (expected is null) response.EnsureSuccessStatusCode();
        return response;
    }

    async Task<string> TagAsync(string path)
    {
        using var response = await app.Client.GetAsync(path);
        return response.Headers.ETag!.ToString();
    }
}
