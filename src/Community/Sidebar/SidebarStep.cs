namespace Community.Sidebar;

/// <summary>What a person does about an item of the sidebar.</summary>
public enum SidebarStep
{
    /// <summary>The sidebar posts the text into the chat, and the person confirms it.</summary>
    Send,

    /// <summary>The person posts the text, because it mentions a member or is not ready to be posted.</summary>
    Copy,

    /// <summary>
    /// The person confirms the group send that the platform holds ready; posting it here would repeat it.
    /// </summary>
    ConfirmGroupSend,

    /// <summary>The person does it, and says so.</summary>
    Do,

    /// <summary>It needs the console.</summary>
    OpenConsole,

    /// <summary>Nothing now: it is too early, or the group takes no messages.</summary>
    Wait,
}
