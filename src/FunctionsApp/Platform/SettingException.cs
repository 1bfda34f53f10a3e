namespace FunctionsApp.Platform;

/// <summary>
/// A setting of the app is missing or invalid, so the app does not start. The message names the setting as environment
/// variables spell it, and holds no secret.
/// </summary>
/// <param name="name">The name of the setting, with a colon between its parts.</param>
/// <param name="problem">The rest of the sentence, such as "is not set."</param>
public sealed class SettingException(string name, string problem)
    : Exception($"{name.Replace(":", "__", StringComparison.Ordinal)} {problem}");
