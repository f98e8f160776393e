using System.Numerics;

namespace Lucarne.Diorama.Staging.Settings;

/// <summary>Questions about the surfaces of a place.</summary>
public static class StageSurfaces
{
    /// <summary>Height of the highest level surface at X, Z: the ground, a step, a table top.</summary>
    public static float SurfaceHeightM(this SettingStage stage, float x, float z)
    {
        float height = stage.GroundHeightM(x, z);
        foreach (StageCollider collider in stage.Colliders)
        {
            Vector3 at = Vector3.Transform(new Vector3(x, collider.Position.Y, z) - collider.Position, Quaternion.Inverse(collider.Rotation));
            float? top = collider.Shape switch
            {
                CollisionShape.Box box when MathF.Abs(at.X) <= box.HalfExtentsM.X && MathF.Abs(at.Z) <= box.HalfExtentsM.Z => collider.Position.Y + box.HalfExtentsM.Y,
                CollisionShape.Cylinder c when (at.X * at.X) + (at.Z * at.Z) <= c.RadiusM * c.RadiusM => collider.Position.Y + (c.HeightM / 2),
                _ => null,
            };
            height = MathF.Max(height, top ?? height);
        }

        return height;
    }
}
