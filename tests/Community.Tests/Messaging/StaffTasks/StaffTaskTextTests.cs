using Community.Messaging.StaffTasks;
using Community.Platform.Texts;

namespace Community.Tests.Messaging.StaffTasks;

public class StaffTaskTextTests
{
    [Fact]
    public void Each_kind_of_task_has_a_text() =>
        Assert.All(Enum.GetValues<StaffTaskKind>(), kind => Assert.Contains($"task.{kind}", Phrasebook.Chinese.Names));
}
