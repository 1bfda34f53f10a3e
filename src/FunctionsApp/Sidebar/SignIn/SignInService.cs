using System.Security.Cryptography;
using System.Text;
using Community.Groups.Staff;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Operators.Credentials;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Sidebar.Sessions;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Sidebar.SignIn;

/// <summary>Signs staff in by the platform's OAuth (网页授权), which tells the account of a visitor.</summary>
public sealed class SignInService(
    WeComSettings settings,
    WeComSidebarClient platform,
    StaffStore staff,
    StaffSessionService sessions,
    PublicAddress address,
    IdSource ids)
{
    const string Authorize = "https://open.weixin.qq.com/connect/oauth2/authorize";
    const string CallbackPath = "/sidebar/callback";

    // developer.work.weixin.qq.com, 全局错误码.
    const int UsedCode = 40029;
    const int ExpiredCode = 42003;

    /// <summary>
    /// The platform's page that sends the browser back with a code. The state in it is bound to the browser.
    /// </summary>
    public string Begin(HttpRequest request)
    {
        var state = ids.NewId();
        SidebarCookies.State.Set(request, SecretFormat.HashOf(state));
        var back = Uri.EscapeDataString(address.Absolute(request, CallbackPath));
        return $"{Authorize}?appid={Uri.EscapeDataString(settings.CorpId)}&redirect_uri={back}&response_type=code"
            + $"&scope=snsapi_base&state={state}&agentid={settings.AgentId}#wechat_redirect";
    }

    /// <summary>
    /// Starts a session for who comes back from the platform. Another browser's state, and a code that was used, start
    /// none.
    /// </summary>
    public async Task<SignInOutcome> EndAsync(HttpRequest request)
    {
        var expected = SidebarCookies.State.Read(request);
        SidebarCookies.State.Remove(request);
        if (expected is null || !Matches(expected, request.Query["state"].ToString())) return SignInOutcome.Expired;
        if (request.Query["code"].ToString() is not { Length: > 0 and <= 512 } code) return SignInOutcome.Expired;
        return await platform.GetPersonAsync(code) switch
        {
            WeComReply<SignedInPerson>.Success { Value.Userid: { Length: > 0 } account } =>
                await StartAsync(request, await staff.FindByAccountAsync(account)),
            WeComReply<SignedInPerson>.Success => SignInOutcome.Unknown,
            WeComReply<SignedInPerson>.Refused { Code: UsedCode or ExpiredCode } => SignInOutcome.Expired,
            _ => SignInOutcome.PlatformAway,
        };
    }

    async Task<SignInOutcome> StartAsync(HttpRequest request, StaffMember? member)
    {
        if (member is null) return SignInOutcome.Unknown;
        SidebarCookies.Session.Set(request, await sessions.StartAsync(member));
        return SignInOutcome.SignedIn;
    }

    static bool Matches(string expected, string state) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(SecretFormat.HashOf(state)));
}

/// <summary>How a sign-in ended.</summary>
public enum SignInOutcome
{
    SignedIn,

    /// <summary>It was begun in another browser, too long ago, or has ended already.</summary>
    Expired,

    /// <summary>The person is no staff member, or not of the corporation.</summary>
    Unknown,

    /// <summary>The platform does not tell who it is.</summary>
    PlatformAway,
}
