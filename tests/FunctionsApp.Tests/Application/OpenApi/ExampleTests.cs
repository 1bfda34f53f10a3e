using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.OpenApi;

namespace FunctionsApp.Tests.Application.OpenApi;

/// <summary>The requests of <c>requests.http</c>, which are the examples of the description.</summary>
public sealed partial class ExampleTests
{
    // Things that only happen in time: the file shows the request with an id that nothing has.
    static readonly string[] WithUnknownId =
    [
        "/api/campaigns/bring-friends/reviews/u2", "/api/orders/tea-shop/1001", "/api/members/u1", "00000000",
        "0123456789abcdef", "/api/day-sheets/zhou-min", "/api/crisis-proposals/tea-3",
        "/api/super-users/u-7/",
    ];

    // The link of the conversion is due in four months, the simulated channel has no chats, and the group is not open.
    static readonly string[] Refused =
        ["/api/conversions/tea-launch/sold-out", "/api/groups/tea-1/bind", "/api/groups/tea-3/health"];

    [Fact]
    public async Task Requests_of_the_file_are_accepted_in_their_order()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> refused = [];
        foreach (var example in RequestExamples.All)
        {
            if (example.Path.EndsWith("/links", StringComparison.Ordinal)) await JoinAsync(app);
            var answer = await SendAsync(app, example, values);
            if (answer.Status >= HttpStatusCode.BadRequest && !IsExpected(example, answer.Status))
                refused.Add($"{(int)answer.Status} for {example.Method} {example.Target}: {answer.Text}");
            await app.RunUntilIdleAsync();
            await KeepValuesAsync(app, example, answer, values);
        }

        Assert.Empty(refused);
    }

    [Fact]
    public void Every_function_that_takes_a_body_has_an_example() => Assert.Empty(
        HttpFunction.FindAll(typeof(CommunityApp).Assembly)
            .Where(function => function.Method.GetCustomAttribute<BodyAttribute>() is { IsOptional: false })
            .Where(function => !function.Method.IsDefined(typeof(SignedAttribute)))
            // Their session comes from WeCom.
            .Where(function => !function.Method.IsDefined(typeof(StaffOnlyAttribute)))
            .Where(function => !RequestExamples.Of(function).Any(example => example.Body.Length > 0))
            .Select(function => $"{function.Name} has no request in requests.http."));

    // A member's own link is for a member of the group.
    static async Task JoinAsync(AppHost app)
    {
        await app.JoinAsync("tea-1", "wm-1");
        await app.JoinAsync("flash-tea", "wm-1");
    }

    static bool IsExpected(RequestExample example, HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => WithUnknownId.Any(id => example.Target.Contains(id, StringComparison.Ordinal)),
        HttpStatusCode.Conflict => Refused.Contains(example.Target),
        _ => false,
    };

    static Task<ApiAnswer> SendAsync(
        AppHost app, RequestExample example, Dictionary<string, string> values)
    {
        var (target, body) = (Fill(example.Target), Fill(example.Body));
        var headers = example.Headers
            .Where(header => header.Key != "Content-Type")
            .Select(header => (header.Key, header.Value));
        return app.SendAsync(HttpMethod.Parse(example.Method), target, ContentOf(example, body), [.. headers]);

        string Fill(string text) => Variable().Replace(text, variable => values[variable.Groups["name"].Value]);
    }

    static ByteArrayContent? ContentOf(RequestExample example, string body)
    {
        if (body.Length == 0) return null;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(example.Headers["Content-Type"]);
        return content;
    }

    static async Task KeepValuesAsync(
        AppHost app, RequestExample example, ApiAnswer answer, Dictionary<string, string> values)
    {
        if (example.Name is { } name)
            foreach (var field in answer.Json.EnumerateObject())
                values[$"{name}.response.body.{field.Name}"] = field.Value.ToString();
        if (!example.Target.StartsWith("/api/pushes?", StringComparison.Ordinal)) return;
        var pushes = (await app.GetAsync(example.Target)).Json.GetProperty("items").EnumerateArray()
            .Where(push => push.GetProperty("state").ValueEquals("Planned"))
            .Select(push => push.GetProperty("id").GetString()!)
            .ToList();
        (values["push"], values["later"]) = (pushes[0], pushes[1]);
    }

    [GeneratedRegex(@"\{\{(?<name>[\w.]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
