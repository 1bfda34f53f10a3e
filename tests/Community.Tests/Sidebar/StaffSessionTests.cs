using Community.Groups.Staff;
using Community.Sidebar;

namespace Community.Tests.Sidebar;

public class StaffSessionTests
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly StaffMember Lin = new("lin", "林小雨", "LinXiaoYu", Start);

    [Fact]
    public void Session_is_valid_for_the_account_that_signed_in_and_no_other()
    {
        var session = StaffSession.Start(Lin, Start);

        Assert.True(session.IsValid(Lin, Start));
        Assert.True(session.IsValid(Lin with { WeComUserId = "linxiaoyu" }, Start));
        Assert.False(session.IsValid(Lin with { WeComUserId = "other" }, Start));
        Assert.False(session.IsValid(Lin with { WeComUserId = null }, Start));
        Assert.False(session.IsValid(staff: null, Start));
    }

    [Fact]
    public void Session_ends_twelve_hours_after_its_use_and_seven_days_after_its_start()
    {
        var session = StaffSession.Start(Lin, Start);
        Assert.False(session.IsValid(Lin, Start.AddHours(12)));

        var used = session.Use(Start.AddHours(11));
        Assert.True(used.IsValid(Lin, Start.AddHours(22)));

        for (var hours = 0; hours < 7 * 24; hours += 6) used = used.Use(Start.AddHours(hours));
        Assert.Equal(Start.AddDays(7), used.ExpiresAt);
    }

    [Fact]
    public void Uses_of_five_minutes_are_recorded_once()
    {
        var session = StaffSession.Start(Lin, Start);

        Assert.Equal(session, session.Use(Start.AddMinutes(4)));
        Assert.Equal(Start.AddMinutes(5), session.Use(Start.AddMinutes(5)).UsedAt);
    }
}
