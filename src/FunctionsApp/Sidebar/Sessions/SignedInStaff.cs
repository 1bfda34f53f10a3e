using Community.Groups.Staff;
using Community.Sidebar;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FunctionsApp.Sidebar.Sessions;

/// <summary>A session, its id, which only its browser and this request know, and its person as stored now.</summary>
public sealed record SignedInStaff(string Id, StaffSession Session, StaffMember Member);

static class SignedInStaffExtensions
{
    /// <summary>The session of a request that <see cref="StaffAccess"/> let through.</summary>
    public static SignedInStaff GetStaff(this HttpRequest request) =>
        request.HttpContext.Features.GetRequiredFeature<SignedInStaff>();
}
