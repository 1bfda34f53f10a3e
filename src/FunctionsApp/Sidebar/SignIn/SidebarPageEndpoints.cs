using FunctionsApp.Console;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Sidebar.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Sidebar.SignIn;

/// <summary>The page of the sidebar (侧边栏), and the way to it.</summary>
public sealed class SidebarPageEndpoints(
    ConsoleFiles files, IEnumerable<SignInService> signIns, IEnumerable<StaffSessionService> sessions)
{
    const string PageFile = "sidebar.html";
    const string StorageAway = "The session cannot be stored.";

    // The page loads the JS-SDK of the platform, and nothing else from elsewhere.
    static readonly string[] SdkHosts = ["https://res.wx.qq.com", "https://open.work.weixin.qq.com"];

    // Null where the app runs on another channel.
    readonly SignInService? signIn = signIns.SingleOrDefault();
    readonly StaffSessionService? sessions = sessions.SingleOrDefault();

    /// <summary>The page for staff who are signed in; 302 to the platform's sign-in for the others.</summary>
    [Function("Sidebar")]
    [Public]
    [NotDescribed("A page, not a call of the API.")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar")] HttpRequest request) =>
        StorageProblems.AnswerAsync(request, () => ShowAsync(request), StorageAway);

    /// <summary>The way back from the platform, with a code that is good once.</summary>
    [Function("SidebarCallback")]
    [Public]
    [NotDescribed("The platform sends browsers here; not a call of the API.")]
    public Task<IResult> Return(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sidebar/callback")] HttpRequest request) =>
        StorageProblems.AnswerAsync(request, () => ReturnAsync(request), StorageAway);

    async Task<IResult> ShowAsync(HttpRequest request)
    {
        if (signIn is null) return Problems.UnknownRoute(request);
        SetHeaders(request, SdkHosts);
        if (SidebarCookies.Session.Read(request) is not { } id || await sessions!.FindAsync(id) is null)
            return Results.Redirect(signIn.Begin(request));
        return files.Find(PageFile) is { } page
            ? Results.Bytes(page.Forms[^1].Bytes, page.MediaType)
            : Results.Content(NotBuiltPage.Html, NotBuiltPage.MediaType, statusCode: StatusCodes.Status404NotFound);
    }

    async Task<IResult> ReturnAsync(HttpRequest request)
    {
        if (signIn is null) return Problems.UnknownRoute(request);
        SetHeaders(request);
        return SignInPages.Of(await signIn.EndAsync(request));
    }

    static void SetHeaders(HttpRequest request, params string[] scriptHosts)
    {
        var headers = request.HttpContext.Response.Headers;
        ConsoleHeaders.Set(headers, scriptHosts);
        headers.CacheControl = "no-store";
    }
}
