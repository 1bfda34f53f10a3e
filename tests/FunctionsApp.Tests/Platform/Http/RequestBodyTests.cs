using System.Net;
using System.Text;

namespace FunctionsApp.Tests.Platform.Http;

/// <summary>Bodies that are not a request, on each kind of route with a body.</summary>
public sealed class RequestBodyTests(AppHost app) : IClassFixture<AppHost>
{
    static readonly (string Method, string Path)[] Routes =
    [
        ("POST", "/api/groups"),
        ("POST", "/api/campaigns"),
        ("POST", "/api/campaigns/spring/posters"),
        ("POST", "/api/flash-sales"),
        ("PATCH", "/api/flash-sales/flash-1"),
        ("POST", "/api/tasks/task-1/done"),
    ];

    static readonly string[] Texts =
    [
        "", " ", "{", "}", "null", "true", "7", "\"text\"", "[]", "[{}]",
        "{\"name\":}", "{\"name\":\"a\"", "{'name':'a'}", "{name:1}", "{}{}", "{},", "{} x", "// {}", "{\"a\":1,}",
        "\u0000", "NaN",
    ];

    public static TheoryData<string, string> EveryRoute => [.. Routes];

    public static TheoryData<string, string, string> EveryRouteAndText =>
        [.. from route in Routes from text in Texts select (route.Method, route.Path, text)];

    [Theory]
    [MemberData(nameof(EveryRouteAndText))]
    public async Task Body_that_is_not_a_json_object_is_400(string method, string path, string text) =>
        (await SendAsync(method, path, Encoding.UTF8.GetBytes(text))).IsProblem(HttpStatusCode.BadRequest);

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Body_that_is_not_utf8_is_400(string method, string path) =>
        (await SendAsync(method, path, [.. "{\"name\":\""u8, 0xff, 0xc0, 0x80, .. "\"}"u8]))
            .IsProblem(HttpStatusCode.BadRequest);

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Json_nested_ten_thousand_levels_deep_is_400(string method, string path)
    {
        var json = $"{{\"name\":{new string('[', 10_000)}{new string(']', 10_000)}}}";

        (await SendAsync(method, path, Encoding.UTF8.GetBytes(json))).IsProblem(HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Body_over_64_KiB_is_413_with_and_without_a_content_length(string method, string path)
    {
        var large = Encoding.UTF8.GetBytes($"{{\"name\":\"{new string('a', 64 * 1024)}\"}}");

        (await SendAsync(method, path, large)).IsProblem(HttpStatusCode.RequestEntityTooLarge);
        var chunked = new StreamContent(new MemoryStream(large));
        chunked.Headers.ContentType = new("application/json");
        chunked.Headers.ContentLength = null;
        (await app.SendAsync(new HttpMethod(method), path, chunked, ("Transfer-Encoding", "chunked")))
            .IsProblem(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [MemberData(nameof(EveryRoute))]
    public async Task Another_content_type_is_415(string method, string path)
    {
        string[] types =
            ["text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data; boundary=x"];

        foreach (var type in types)
        {
            (await SendAsync(method, path, "{}"u8.ToArray(), type)).IsProblem(HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Fact]
    public async Task Body_without_a_content_type_is_415() =>
        (await SendAsync("POST", "/api/groups", "{}"u8.ToArray(), type: null))
            .IsProblem(HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/merge-patch+json")]
    public async Task Every_json_content_type_is_read(string type)
    {
        var body = Encoding.UTF8.GetBytes(SampleBodies.Group(null).ToJsonString());

        (await SendAsync("POST", "/api/groups", body, type)).Expecting(HttpStatusCode.Created);
    }

    Task<ApiAnswer> SendAsync(string method, string path, byte[] body, string? type = "application/json") =>
        app.SendBytesAsync(new HttpMethod(method), path, body, type);
}
