using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Sidebar.Sessions;

/// <summary>The cookies of the sidebar.</summary>
static class SidebarCookies
{
    /// <summary>The id of the session of a staff member.</summary>
    public static SecretCookie Session { get; } =
        new("sidebar-session", SameSiteMode.Strict, Community.Operators.Sessions.Session.Lifetime);

    /// <summary>
    /// The hash of the <c>state</c> of a sign-in. It is sent with the way back from the platform, which is another
    /// site.
    /// </summary>
    public static SecretCookie State { get; } =
        new("sidebar-state", SameSiteMode.Lax, TimeSpan.FromMinutes(10));
}
