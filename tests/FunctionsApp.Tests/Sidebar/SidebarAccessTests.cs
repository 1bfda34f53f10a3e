using System.Net;
using FunctionsApp.Operators.Audit;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Tests.Application.Authorisation;
using FunctionsApp.Tests.Events.WeCom;
using FunctionsApp.Tests.Operators;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Sidebar;

/// <summary>A session of the sidebar opens the functions for staff and no others, which nothing else opens.</summary>
public sealed class SidebarAccessTests(LiveWeComHost app) : IClassFixture<LiveWeComHost>
{
    static readonly AppFunction[] ForStaff =
        [.. AppFunction.OverHttp.Where(function => function.Access == "staff")];

    [Fact]
    public async Task Session_opens_no_function_that_needs_a_role()
    {
        using var browser = await SignedInAsync();
        var functions = AppFunction.OverHttp.Where(function => function.NeedsRole).ToList();

        Assert.NotEmpty(functions);
        foreach (var function in functions)
        {
            foreach (var method in function.Methods)
            {
                var answer = (await browser.SendAsync(method.ToUpperInvariant(), PathOf(function))).Api;
                Assert.Equal((function.Name, HttpStatusCode.Unauthorized), (function.Name, answer.Status));
            }
        }
    }

    [Theory]
    [InlineData("/local/clock")]
    [InlineData("/local/due")]
    public async Task Session_opens_nothing_of_the_local_runtime(string path)
    {
        using var browser = await SignedInAsync();

        (await browser.GetAsync(path)).Expecting(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Functions_for_staff_are_401_for_everybody_else()
    {
        using var operators = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync()).Token);
        Assert.NotEmpty(ForStaff);
        foreach (var function in ForStaff)
        {
            var method = function.Methods[0].ToUpperInvariant();

            var ofOperator = (await operators.SendAsync(method, PathOf(function))).Api;
            var ofMachine = await app.SendAsync(new HttpMethod(method), PathOf(function), null);

            Assert.Equal((function.Name, HttpStatusCode.Unauthorized), (function.Name, ofOperator.Status));
            Assert.Equal((function.Name, HttpStatusCode.Unauthorized), (function.Name, ofMachine.Status));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Change_without_the_token_of_the_session_is_403(string? token)
    {
        using var browser = await SignedInAsync();
        browser.CsrfToken = token;

        (await browser.PostAsync("/sidebar/tasks/some-id/done")).IsProblem(HttpStatusCode.Forbidden);
        (await browser.PostAsync("/sidebar/pushes/some-id/sent")).IsProblem(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Change_that_comes_from_another_site_is_403()
    {
        using var browser = await SignedInAsync();

        (await browser.PostAsync("/sidebar/tasks/some-id/done", ("Sec-Fetch-Site", "cross-site")))
            .IsProblem(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("st_wrong")]
    [InlineData("st_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("se_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Wrong_session_is_401(string id)
    {
        using var browser = await SidebarBrowser.OpenAsync(app);
        browser.Keep($"sidebar-session={id}");

        (await browser.GetAsync("/sidebar/work")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Change_of_a_staff_member_is_in_the_audit_log()
    {
        var (id, account) = await app.StaffAsync();
        var task = await app.OpenTaskAsync(id);
        using var browser = await SidebarBrowser.SignedInAsync(app, account);

        (await browser.PostAsync($"/sidebar/tasks/{task}/done")).Expecting(HttpStatusCode.NoContent);

        var entry = Assert.Single(
            await app.ListAsync<AuditView>("/api/audit?"),
            entry => entry.Function == "CompleteSidebarTask" && entry.OperatorId == id);
        Assert.Equal((CallerKind.Staff, "林小雨"), (entry.Caller, entry.By));
    }

    async Task<SidebarBrowser> SignedInAsync() =>
        await SidebarBrowser.SignedInAsync(app, (await app.StaffAsync()).Account);

    static string PathOf(AppFunction function) => string.Join(
        '/', function.Route!.Split('/').Select(part => part.StartsWith('{') ? "some-id" : part));
}

/// <summary>Where the channel is not WeCom there is no sidebar.</summary>
public sealed class NoSidebarTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string> Routes =>
    [
        .. AppFunction.OverHttp
            .Where(function => function.Route!.StartsWith("/sidebar", StringComparison.Ordinal))
            .Select(function => (function.Methods[0].ToUpperInvariant(), function.Route!)),
    ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_of_the_sidebar_is_404(string method, string route) =>
        (await app.SendAsync(new HttpMethod(method), route.Replace('{', '-').Replace('}', '-'), null))
            .IsProblem(HttpStatusCode.NotFound);
}
