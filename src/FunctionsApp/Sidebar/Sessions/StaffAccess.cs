using Community.Platform;
using FunctionsApp.Operators.Sessions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Sidebar.Sessions;

/// <summary>
/// Lets through whoever has a session of the sidebar. Keys, tokens and sessions of operators are not looked at.
/// </summary>
public sealed class StaffAccess(StaffSessionService sessions) : IStaffAccess
{
    public async Task<IResult?> FindRefusalAsync(HttpRequest request)
    {
        try
        {
            return await CheckAsync(request);
        }
        catch (Exception failure) when (StorageProblems.IsCause(failure))
        {
            return Problems.Unavailable(request, "The session cannot be checked.", "Try again.");
        }
    }

    async Task<IResult?> CheckAsync(HttpRequest request)
    {
        if (SidebarCookies.Session.Read(request) is not { } id || await sessions.FindAsync(id) is not { } staff)
            return Problems.Unauthorized(request, "Open the sidebar again to sign in.");
        if (CrossSiteCheck.FaultOf(request, id) is { } fault) return Problems.Forbidden(fault);
        request.HttpContext.Features.Set(staff);
        // The least of the roles, because what staff may do does not follow from one.
        request.HttpContext.SetCaller(
            new Caller(CallerKind.Staff, OperatorRole.Viewer, staff.Member.Id, staff.Member.Name));
        return null;
    }
}
