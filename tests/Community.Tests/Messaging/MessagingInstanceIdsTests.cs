using Community.Messaging;

namespace Community.Tests.Messaging;

public class MessagingInstanceIdsTests
{
    [Fact]
    public void A_staff_task_has_an_id_of_its_own() => Assert.Equal("staff-task-1", MessagingInstanceIds.StaffTask("1"));
}
