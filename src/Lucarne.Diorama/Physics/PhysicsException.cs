namespace Lucarne.Diorama.Physics;

/// <summary>A value that a world, body, shape or joint refuses; the message says which and what it must be.</summary>
public sealed class PhysicsException(string message) : ArgumentException(message);
