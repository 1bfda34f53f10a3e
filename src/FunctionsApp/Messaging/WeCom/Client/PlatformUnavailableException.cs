namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>The platform did not do what was asked, so that the work is repeated later.</summary>
public sealed class PlatformUnavailableException(string message) : Exception(message);
