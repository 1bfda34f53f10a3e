using Community.Groups.Staff;
using Community.Operators.Sessions;
using Community.Sidebar;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Operators.Credentials;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Sidebar.Sessions;

/// <summary>Starts and finds the sessions of staff. They are rows in storage, so they hold on every instance.</summary>
public sealed class StaffSessionService(
    StaffSessionsTable table, StaffStore staff, DueWorkScheduler scheduler, IdSource ids, TimeProvider clock)
{
    internal const string SessionRow = "session";

    /// <summary>The id of a new session of the staff member, who has an account on WeCom.</summary>
    public async Task<string> StartAsync(StaffMember member)
    {
        var id = SecretFormat.StaffSessionId.Create(ids);
        var (hash, now) = (SecretFormat.HashOf(id), clock.GetUtcNow());
        await scheduler.ScheduleAsync(EndedStaffSession.Kind, now + Session.Lifetime, new EndedStaffSession(hash));
        await table.CommitAsync(Row.Add(hash, SessionRow, StaffSession.Start(member, now)));
        return id;
    }

    /// <summary>
    /// The session, whose use is recorded now and then; null for one that does not exist or is over, and for a person
    /// who no longer has the account. The person is read each time, so that staff who leave lose access at once.
    /// </summary>
    public async Task<SignedInStaff?> FindAsync(string id)
    {
        if (!SecretFormat.StaffSessionId.IsWellFormed(id)) return null;
        var (hash, now) = (SecretFormat.HashOf(id), clock.GetUtcNow());
        if (await table.FindAsync<StaffSession>(hash, SessionRow) is not { Value: var session } read) return null;
        var member = (await staff.FindAsync(session.StaffId))?.Value;
        if (!session.IsValid(member, now)) return null;
        var used = session.Use(now);
        if (used != session) await table.TryCommitAsync(Row.Write(hash, SessionRow, used, read));
        return new(id, used, member!);
    }
}
