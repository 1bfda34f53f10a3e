using Community.Messaging;

namespace Community.Tests.Messaging;

public class MessagingInstanceIdsTests
{
    [Fact]
    public void Staff_task_id_begins_with_its_kind() =>
        Assert.Equal("staff-task-1", MessagingInstanceIds.StaffTask("1"));
}
