using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Sidebar.Sessions;

/// <summary>The session with this hash is over, however much it was used.</summary>
public sealed record EndedStaffSession(string Hash)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "ended-staff-session";
}

/// <summary>Deletes sessions that are over.</summary>
public sealed class EndedStaffSessionHandler(StaffSessionsTable table)
    : DueWorkHandler<EndedStaffSession>(EndedStaffSession.Kind)
{
    protected override Task HandleAsync(EndedStaffSession ended, DateTimeOffset at) =>
        table.DeleteIfExistsAsync(ended.Hash, [StaffSessionService.SessionRow]);
}
