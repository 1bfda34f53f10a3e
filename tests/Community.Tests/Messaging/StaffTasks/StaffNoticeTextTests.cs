using System.Text;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;

namespace Community.Tests.Messaging.StaffTasks;

public sealed class StaffNoticeTextTests
{
    const string Link = "https://brand.example.com/console/";

    [Fact]
    public void One_notice_says_what_to_do_where_and_until_when() => Assert.Equal(
        $"新待办：解散群（茶友群），请在 12月1日 11:00 前完成\n{Link}",
        StaffNoticeText.Compose([Line(StaffNoticeKind.Opened)], Link));

    [Fact]
    public void Reminder_says_which_one_it_is() => Assert.Equal(
        "第 2 次催办：解散群（茶友群），12月1日 11:00 到期，还没有完成",
        StaffNoticeText.Compose([Line(StaffNoticeKind.Reminder, number: 2)], link: null));

    [Fact]
    public void Notices_of_a_minute_are_counted()
    {
        var text = StaffNoticeText.Compose(
            [Line(StaffNoticeKind.Opened), Line(StaffNoticeKind.Opened), Line(StaffNoticeKind.Reminder)], Link);

        Assert.StartsWith("你有 2 个新待办、1 条催办：\n新待办：", text, StringComparison.Ordinal);
        Assert.EndsWith(Link, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_any_number_of_notices_fits_a_message()
    {
        var longest = Line(StaffNoticeKind.Reminder, group: new string('群', 100));

        var text = StaffNoticeText.Compose([.. Enumerable.Repeat(longest, 90)], Link);

        Assert.Contains("还有 85 条", text, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(text) < TextLimit.RobotBytes);
    }

    [Fact]
    public void Every_kind_of_task_and_notice_has_a_text()
    {
        foreach (var task in Enum.GetValues<StaffTaskKind>())
        {
            foreach (var kind in Enum.GetValues<StaffNoticeKind>())
                Assert.NotEmpty(StaffNoticeText.Compose([Line(kind) with { Task = task, Group = null }], Link));
        }
    }

    static StaffNoticeLine Line(StaffNoticeKind kind, int number = 1, string group = "茶友群") =>
        new(kind, number, StaffTaskKind.DissolveGroup, group, "12月1日 11:00");
}
